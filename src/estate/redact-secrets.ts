import { fold, isSecretAt, redacted, type Value, type ValueObject } from '../kernel/index.ts';
import { type NameTraits, traitsOfName } from './secret-names.ts';

/** What is known of a body before its secrets are looked for. */
export interface Redaction {
  /** Some text in it may look like a secret, see {@link SecretHint}. */
  readonly looksAtTexts: boolean;
  /** A policy object: a parameter may be called `settings`, and template expressions name secrets without being any. */
  readonly isPolicy?: boolean;
  /** What of the properties is settings, see {@link settingsIn}. */
  readonly settings?: Settings | undefined;
}

/** All properties of a resource are settings, or the one called `value`. */
export type Settings = 'all' | 'value';

const noTraits: NameTraits = {
  isSecret: false,
  holdsSettings: false,
  isSettings: false,
  isShownInSettings: true,
  isValue: false,
  isDefaultValue: false,
};

/** A user and a password in an address. The scheme is left out: a search that begins with `://` is ten times as fast. */
const addressWithPassword = /:\/\/[^/\s:@"]*:[^/\s@"]+@/;

/**
 * Whether a text in a JSON document may look like a secret; found out when it is first asked, once. What is said of the document is never less than what is
 * true of a text in it: a text without escapes stands in the document as it is, between quotes.
 */
export class SecretHint {
  readonly #json: string;
  #answer: boolean | undefined;

  constructor(json: string) {
    this.#json = json;
  }

  get mayHoldSecret(): boolean {
    this.#answer ??= this.#json.includes('\\') || looksSecret(this.#json);
    return this.#answer;
  }
}

/** Replaces the secrets in a body with the text that stands for them. Keys, structure and everything else stay. The body is changed. */
export function redactSecrets(body: ValueObject | Value[], redaction: Redaction): void {
  new Redactor(redaction).children(body, noTraits, noTraits, false);
}

class Redactor {
  readonly #looksAtTexts: boolean;
  readonly #isPolicy: boolean;
  readonly #settings: Settings | undefined;

  constructor({ looksAtTexts, isPolicy = false, settings }: Redaction) {
    this.#looksAtTexts = looksAtTexts;
    this.#isPolicy = isPolicy;
    this.#settings = settings;
  }

  /** `name` is the name of `body`, `above` the one before it; items of an array have the name of the array. */
  children(body: ValueObject | Value[], above: NameTraits, name: NameTraits, inSettings: boolean): void {
    if (Array.isArray(body)) {
      for (let at = 0; at < body.length; at++) {
        const value = body[at]!;
        if (isText(value)) {
          if (this.#isHidden(value, above, name, inSettings)) body[at] = redacted;
        } else if (typeof value === 'object' && value !== null) {
          this.children(value as ValueObject | Value[], above, name, inSettings);
        }
      }
      return;
    }
    const within = inSettings || name.holdsSettings;
    for (const key in body) {
      const value = body[key]!;
      if (isText(value)) {
        if (this.#isHidden(value, name, traitsOfName(key), within)) body[key] = redacted;
      } else if (typeof value === 'object' && value !== null) {
        this.children(value as ValueObject | Value[], name, this.#traitsOf(key), within);
      }
    }
  }

  #traitsOf(key: string): NameTraits {
    const traits = traitsOfName(key);
    if (this.#settings === undefined || key !== 'properties') return traits;
    return { ...traits, holdsSettings: true, isSettings: this.#settings === 'all' };
  }

  #isHidden(value: Text, above: NameTraits, name: NameTraits, inSettings: boolean): boolean {
    if (typeof value !== 'string') return name.isSecret && !this.#isPolicy;
    if (value === '') return false;
    if (this.#looksAtTexts && looksSecret(value)) return true;
    const isNamed = name.isSecret || (above.isSecret && (name.isValue || name.isDefaultValue));
    if (this.#isPolicy) return isNamed && !isExpression(value);
    return isNamed || (inSettings && name.isValue) || (above.isSettings && !name.isShownInSettings);
  }
}

type Text = string | number | bigint;

function isText(value: Value): value is Text {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}

function looksSecret(text: string): boolean {
  return isSecretAt([], text) || addressWithPassword.test(text);
}

function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']');
}

/** What of the properties of a resource is settings: of `sites/config` by its name, of values of App Configuration and Automation. */
export function settingsIn(type: string, name: string): Settings | undefined {
  const folded = fold(type);
  if (valueTypes.has(folded)) return 'value';
  if (!folded.startsWith('microsoft.web/') || !folded.endsWith('/config')) return undefined;
  return settingConfig.test(name) ? 'all' : undefined;
}

const valueTypes: ReadonlySet<string> = new Set([
  'microsoft.appconfiguration/configurationstores/keyvalues',
  'microsoft.automation/automationaccounts/variables',
]);

const settingConfig =
  /\/(appsettings|functionappsettings|connectionstrings|azurestorageaccounts|publishingcredentials)$/i;
