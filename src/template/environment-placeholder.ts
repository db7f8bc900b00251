import {
  isObject,
  type Span,
  Unknown,
  type UnknownCause,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';

/** What is known of the place where a value with placeholders is used. */
export interface PlaceholderContext {
  /** The parameter that the value is for. */
  readonly name: string;
  /** The type that the parameter declares; what stands in a text becomes it. */
  readonly type: Unknown['type'];
  readonly span: Span;
}

/**
 * A value of a JSON parameter file in which the Azure Developer CLI puts variables of its environment: `${NAME}` is not known here,
 * `${NAME=default}` is its default where it is all of the text (learn.microsoft.com/azure/developer/azure-developer-cli/manage-environment-variables).
 * Names are in capitals, as the tool writes them: a script or query with `${name}` stays what it is.
 */
export function withoutPlaceholders(value: Value, context: PlaceholderContext): Value {
  if (typeof value !== 'string') return withoutPlaceholdersInside(value, context);
  const [, standard] = /^\$\{[A-Z_][A-Z0-9_]*=([^{}$]*)\}$/.exec(value) ?? [];
  if (standard !== undefined) return converted(standard, context.type);
  const names = [...value.matchAll(/\$\{([A-Z_][A-Z0-9_]*)(?:=[^{}$]*)?\}/g)].map((match) => match[1]);
  if (names.length === 0) return value;
  const causes = names.map(
    (name): UnknownCause => ({ kind: 'external', name: `environment variable ${name}`, span: context.span }),
  );
  return new Unknown(`parameters('${context.name}')`, { type: context.type ?? 'string', causes });
}

function withoutPlaceholdersInside(value: Value, context: PlaceholderContext): Value {
  const inside = { ...context, type: undefined };
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutPlaceholders(item, inside));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (value === null || !isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, withoutPlaceholders(item, inside)] as const,
  );
  const isChanged = entries.some(([key, item]) => item !== value[key]);
  return isChanged ? (Object.fromEntries(entries) satisfies ValueObject) : value;
}

function converted(text: string, type: Unknown['type']): Value {
  if (type === 'bool' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (type === 'int' && /^-?\d{1,15}$/.test(text)) return Number(text);
  return text;
}
