import { printValue } from '../assess/index.ts';
import { isObject, isSecretAt, redacted, Unknown, unknownsIn, type Value } from '../kernel/index.ts';
import type { Declaration, Inspection } from '../template/index.ts';
import { codeBlock, escaped, placeLink } from './markdown.ts';

const shownLineCountMax = 20;

/** Tells the value at a position, and where it comes from. Secrets are not shown. */
export function inspectionMarkdown(found: Inspection, uriOf: (shown: string) => string): string | undefined {
  const parts = found.declarations.flatMap((one) => declarationParts(one, uriOf));
  if (found.value !== undefined) {
    const isSecret = holdsSecret(found);
    parts.push(codeBlock(isSecret ? [redacted] : valueLines(found.value, found.path)));
    if (!isSecret) parts.push(...causeParts(found.value));
    if (found.instanceCount > 1) parts.push(`The first of ${found.instanceCount} resources.`);
  }
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

function declarationParts(
  { kind, name, description, given, span }: Declaration,
  uriOf: (shown: string) => string,
): string[] {
  const { line } = span.source.positionAt(span.start);
  const place = placeLink(`${span.source.path}:${line}`, uriOf(span.source.path), line);
  return [
    `**${kind} ${escaped(name)}** ${place}`,
    ...(description === undefined ? [] : [escaped(description, 1_000)]),
    ...(given === undefined ? [] : [givenText(given, uriOf)]),
  ];
}

const givenWords: Readonly<Record<string, string>> = {
  parameter: 'The value is given by the parameter file',
  default: 'The value is the default',
  secret: 'The value is a key vault secret, named by',
  'nested-template': 'The value is given where the template is nested',
  'linked-template': 'The value is given where the template is linked',
};

function givenText(
  { kind, span }: NonNullable<Declaration['given']>,
  uriOf: (shown: string) => string,
): string {
  const { line } = span.source.positionAt(span.start);
  const place = placeLink(`${span.source.path}:${line}`, uriOf(span.source.path), line);
  return `${givenWords[kind] ?? 'The value comes from'} ${place}`;
}

/** Whether a value must not be shown: by its place, by what it looks like, or by what it is computed from. */
function holdsSecret({ names, path, declarations, value }: Inspection): boolean {
  const all = [...names, ...declarations.map((one) => one.name)];
  if (all.some((name) => isSecretAt([name], ''))) return true;
  return typeof value === 'string' && isSecretAt(path, value);
}

/** A value over several lines, an entry a line. */
function valueLines(value: Value, path: readonly (string | number)[]): string[] {
  if (Array.isArray(value) && value.length > 0)
    return cut(['[', ...value.map((item, index) => `  ${printValue(item, [...path, index])}`), ']']);
  if (isObject(value) && Object.keys(value).length > 0)
    return cut([
      '{',
      ...Object.entries(value).map(([name, part]) => `  ${name}: ${printValue(part, [...path, name])}`),
      '}',
    ]);
  return [printValue(value, path)];
}

function cut(lines: string[]): string[] {
  if (lines.length <= shownLineCountMax) return lines;
  return [
    ...lines.slice(0, shownLineCountMax - 1),
    `  ... ${lines.length - shownLineCountMax} more`,
    lines.at(-1)!,
  ];
}

function causeParts(value: Value): string[] {
  const unknowns = value instanceof Unknown ? [value] : unknownsIn(value);
  const causes = new Set(unknowns.flatMap((one) => one.causes.map(({ name }) => escaped(name))));
  if (unknowns.length === 0) return [];
  const reasons = [...causes].map((cause) => `- ${cause}`);
  return [
    [
      'Not known before deployment:',
      '',
      ...(reasons.length > 0 ? reasons : ['- it is computed on deployment']),
    ].join('\n'),
  ];
}
