import { fold, isKnown, isObject, type Value } from '../../kernel/index.ts';
import { type BoundPolicy, leavesOf } from '../../policy/index.ts';
import type { PropertyPath } from './property-change.ts';

type Leaf = ReturnType<typeof leavesOf> extends Generator<infer Item> ? Item : never;
type Operand = Leaf['right'];

/** The values that a policy itself names for each field that it looks at: in other conditions, and as allowed values of its parameters. */
export class NamedValues {
  readonly #byField = new Map<string, Value[]>();
  readonly #parameters: BoundPolicy['parameters'];
  readonly #text: string;
  readonly #stated: readonly Stated[];
  readonly policyName: string;

  constructor({ definition, condition, existenceCondition, parameters }: BoundPolicy) {
    this.#parameters = parameters;
    const remediation = textOf(definition.metadata.remediation);
    this.policyName = definition.displayName || definition.name;
    this.#text = fold(`${this.policyName} ${textOf(definition.metadata.category)} ${remediation}`);
    this.#stated = statedValues(remediation);
    for (const root of [condition, existenceCondition]) {
      if (root === undefined) continue;
      for (const leaf of leavesOf(root)) {
        const field = fieldOf(leaf);
        if (field === undefined) continue;
        const values = this.#byField.get(fold(field)) ?? [];
        this.#byField.set(fold(field), values);
        values.push(...literalsOf(leaf), ...allowedValuesOf(leaf.right, definition));
      }
    }
  }

  /** Values for a field, as the rule writes the field. */
  of(field: string): readonly Value[] {
    return this.#byField.get(fold(field)) ?? [];
  }

  /** The values of the parameters that an expression reads, members of lists one by one. */
  ofParameters(expression: string): readonly Value[] {
    const text = expression.slice(0, textLengthMax);
    return [...text.matchAll(/\bparameters\('([^']+)'\)/gi)]
      .flatMap(([, name = '']) => this.#parameters.get(fold(name)) ?? [])
      .filter((value) => isKnown(value) && !isObject(value) && value !== '')
      .slice(0, namedCountMax);
  }

  /** The fields that the policy looks at, folded. */
  get fields(): Iterable<string> {
    return this.#byField.keys();
  }

  /** What the policy's own advice says the property at a path should be set to: `set siteConfig.minTlsVersion to 1.2`. */
  statedFor(path: PropertyPath): readonly string[] {
    const names = path.filter((step) => typeof step === 'string').map(fold);
    const isAbout = ({ property }: Stated) =>
      property.length <= names.length &&
      property.every((name, at) => name === names.at(at - property.length));
    const stated = this.#stated.filter(isAbout).flatMap(({ values }) => values);
    return names.join('.') === 'identity.type' ? [...stated, 'SystemAssigned'] : stated;
  }

  /** Whether the policy's name, category or advice speaks of a word. */
  mentions(word: string): boolean {
    return this.#text.includes(fold(word));
  }
}

interface Stated {
  /** The last names of the property's path, folded. */
  readonly property: readonly string[];
  readonly values: readonly string[];
}

/** The pairs of a property and what it should be in the sentences of an advice. */
function statedValues(advice: string): Stated[] {
  const sentence =
    /\b(?<property>[A-Za-z][\w.]{1,100}) to (?<first>[A-Za-z0-9_-]{1,60}(?:\.\d+)?)(?:(?:,| or|, or) (?<second>[A-Za-z0-9_]{1,60}))?(?=[\s,;.)]|$)/g;
  return [...advice.slice(0, textLengthMax).matchAll(sentence)].map(({ groups }) => {
    const { property = '', first, second } = groups ?? {};
    const values = [first, second].filter((one) => one !== undefined && !fillers.has(fold(one))) as string[];
    return { property: fold(property).split('.'), values };
  });
}

const textLengthMax = 2_000;

const fillers: ReadonlySet<string> = new Set(['a', 'an', 'the', 'your', 'and', 'be', 'it', 'one', 'its']);

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function fieldOf({ left }: Leaf): string | undefined {
  if (left.kind !== 'field') return undefined;
  const { field } = left;
  if (field.kind === 'literal') return field.text ?? textOf(field.value);
  return field.kind === 'expression' ? field.text : undefined;
}

const namedCountMax = 20;

function literalsOf({ right, operator }: Leaf): Value[] {
  if (right.kind !== 'literal' || !isKnown(right.value) || operator === 'exists') return [];
  const { value } = right;
  if (Array.isArray(value)) return value.slice(0, namedCountMax);
  if (value === '') return [];
  const isPattern = /like|match/i.test(operator) && /[*#?]/.test(textOf(value));
  return isPattern || value === null ? [] : [value];
}

function allowedValuesOf(right: Operand, { parameters }: BoundPolicy['definition']): Value[] {
  const text = right.kind === 'literal' ? right.text : right.kind === 'expression' ? right.text : undefined;
  const name = /^\[parameters\('([^']+)'\)\]$/i.exec(text ?? '')?.[1];
  return (
    (name === undefined ? undefined : parameters.get(fold(name))?.allowedValues)?.slice(0, namedCountMax) ??
    []
  );
}
