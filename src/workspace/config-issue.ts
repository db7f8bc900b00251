import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value of landguard.yaml, in words: `failOn` must be one of ... */
export interface ConfigIssue {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Says what an issue is about; `value` is the whole file. */
export function describeIssue(issue: Issue, value: unknown): ConfigIssue {
  const path = issue.path as (string | number)[];
  if (issue.code === 'invalid_union') return describeUnion(issue, value);
  const at = valueAt(value, path);
  const subject = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;
  if (at === undefined) return { path, text: `${subject} is missing` };
  switch (issue.code) {
    case 'invalid_type':
      return {
        path,
        text: `${subject} must be ${typeNames[issue.expected] ?? issue.expected}, but is ${typeOf(at)}`,
      };
    case 'invalid_value': {
      const names = issue.values.map(String);
      const shown = typeof at === 'string' ? `\`${at}\`` : typeOf(at);
      return { path, text: `${subject} must be one of ${names.join(', ')}, but is ${shown}` };
    }
    case 'invalid_format':
      return { path, text: `${subject} must be a day such as 2026-12-31, but is \`${String(at)}\`` };
    case 'too_small':
      return { path, text: `${subject} must not be empty` };
    default:
      return { path, text: `${subject}: ${issue.message}` };
  }
}

/** A list with a wrong item is told about the item. */
function describeUnion(issue: Issue & { code: 'invalid_union' }, value: unknown): ConfigIssue {
  const path = issue.path as (string | number)[];
  const inner = issue.errors.flat();
  const deeper = inner.find((one) => one.path.length > 0);
  if (deeper !== undefined) return describeIssue({ ...deeper, path: [...path, ...deeper.path] }, value);
  const wanted = inner.flatMap((one) => (one.code === 'invalid_type' ? (typeNames[one.expected] ?? []) : []));
  return {
    path,
    text: `\`${path.join('.')}\` must be ${wanted.join(' or ')}, but is ${typeOf(valueAt(value, path))}`,
  };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
