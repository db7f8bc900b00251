import { isObject, isSecretAt, redacted, Unknown, type Value } from '../../kernel/index.ts';
import type { PropertyChange, PropertyPath } from './property-change.ts';
import { placeholder } from './wanted-values.ts';

/** A copy of a value without its secrets, for output. What is not known is shown as its expression. */
export function withoutSecrets(value: Value, path: PropertyPath = []): Value {
  if (value instanceof Unknown) return value.secret ? redacted : value.toString();
  if (typeof value === 'string') return isHidden(path, value) ? redacted : value;
  if (Array.isArray(value)) return value.map((item, index) => withoutSecrets(item, [...path, index]));
  if (!isObject(value)) return typeof value === 'bigint' ? Number(value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutSecrets(part, [...path, name])]),
  );
}

function isHidden(path: PropertyPath, text: string): boolean {
  return text !== '' && text !== placeholder && isSecretAt(path, text);
}

/** A change as it is shown: JSON without secrets. */
export function shownChange({ pointer, path, before, after, note }: PropertyChange): {
  pointer: string;
  before: Value | undefined;
  after: Value | undefined;
  note: string | undefined;
} {
  const shown = (value: Value | undefined) => (value === undefined ? undefined : withoutSecrets(value, path));
  return { pointer, before: shown(before), after: shown(after), note };
}

/** A change as lines of a diff that people read. */
export function changeLines({ path, before, after, note }: PropertyChange, name: string): string[] {
  const line = (sign: string, value: Value | undefined) =>
    value === undefined ? [] : [`${sign} ${name}: ${JSON.stringify(withoutSecrets(value, path))}`];
  return [...line('-', before), ...line('+', after), ...(note === undefined ? [] : [`    ${note}`])];
}
