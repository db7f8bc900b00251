import { fold } from '../../kernel/index.ts';

/** Where an attribute comes from (articles/role-based-access-control/conditions-format.md#attributes). */
export type AttributeSource = 'Resource' | 'Request' | 'Principal' | 'Environment';

/** `@Source[namespace:name]`. */
export interface Attribute {
  readonly kind: 'attribute';
  readonly source: AttributeSource;
  /** A resource type or attribute set; `''` when none is written, as in `@Environment[isPrivateLink]`. */
  readonly namespace: string;
  readonly name: string;
  /**
   * `key`: the name is the key of a tag, whose case matters (`<$key_case_sensitive$>`). `keys`: the attribute is the list of the keys
   * (`&$keys$&`).
   */
  readonly marker: 'key' | 'keys' | undefined;
  /** The same for all spellings of one attribute. */
  readonly key: string;
}

/** Why a text in brackets is no attribute. */
export interface AttributeProblem {
  readonly kind: 'problem';
  readonly problem: string;
}

const sources: readonly AttributeSource[] = ['Resource', 'Request', 'Principal', 'Environment'];
const markers = { key: '<$key_case_sensitive$>', keys: '&$keys$&' } as const;

/** Reads an attribute from the word after `@` and the text between the brackets. */
export function readAttribute(sourceText: string, inner: string): Attribute | AttributeProblem {
  const source = sources.find((one) => fold(one) === fold(sourceText));
  if (source === undefined) return problem(`there is no source \`@${sourceText}\``);
  let text = inner.trim();
  const marker = (['key', 'keys'] as const).find((one) => fold(text).endsWith(markers[one]));
  if (marker !== undefined) text = text.slice(0, -markers[marker].length).trim();
  if (/[<>&$]/.test(text))
    return problem(
      'it ends in neither `<$key_case_sensitive$>` nor `&$keys$&`; a shell may have eaten a `$`',
    );
  // Keys of tags may hold colons, resource types never do.
  const colon = text.indexOf(':');
  const namespace = colon === -1 ? '' : text.slice(0, colon).trim();
  const name = text.slice(colon + 1).trim();
  if (name === '') return problem('it has no name');
  return attribute(source, namespace, name, marker);
}

/** Makes an attribute. */
export function attribute(
  source: AttributeSource,
  namespace: string,
  name: string,
  marker?: 'key' | 'keys',
): Attribute {
  const keyName = marker === 'key' ? name : fold(name);
  const key = `${source}[${fold(namespace)}:${keyName}${marker === undefined ? '' : markers[marker]}]`;
  return { kind: 'attribute', source, namespace, name, marker, key };
}

/** The attribute as conditions write it. */
export function printAttribute({ source, namespace, name, marker }: Attribute): string {
  const qualified = namespace === '' ? name : `${namespace}:${name}`;
  return `@${source}[${qualified}${marker === undefined ? '' : markers[marker]}]`;
}

function problem(text: string): AttributeProblem {
  return { kind: 'problem', problem: text };
}
