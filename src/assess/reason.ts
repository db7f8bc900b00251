import {
  fold,
  formatPath,
  isObject,
  isSecretAt,
  type Origin,
  type Place,
  type Reason,
  redacted,
  Unknown,
  type Value,
} from '../kernel/index.ts';
import { type LeafTrace, operators } from '../policy/index.ts';
import { type Location, locate, printExpression, type ResourceInstance } from '../template/index.ts';
import { type DecisiveLeaf, decisiveLeaves } from './decisive-leaves.ts';

/** A reason for a verdict, with the source that it leads to. */
export interface LocatedReason {
  readonly reason: Reason;
  readonly path: readonly (string | number)[];
  readonly location: Location;
  /** How well it tells a person what to change; higher is better. */
  readonly weight: number;
}

/** What a decisive condition says, wherever the resource came from. */
export interface ToldReason {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly expression: string;
  readonly operator: string;
  readonly actual: string | undefined;
  readonly expected: string;
  /** Parts of a counted member that made it count. */
  readonly parts: readonly FoundPart[];
  readonly weight: number;
}

/** Puts one decisive condition into words: what is there and what must be. */
export function tellLeaf({ leaf, wantsTruth }: DecisiveLeaf, policyName: string): ToldReason {
  const decisive = decisiveOperand(leaf, wantsTruth);
  const path = decisive?.path ?? [];
  const operator = operators.get(fold(leaf.operator))!;
  const requirement = wantsTruth ? operator.wanted : operator.unwanted;
  const isCount = leaf.expressionKind === 'Count';
  const actual = isCount ? leaf.found[0]?.value : decisive?.value;
  const expected = leaf.target === undefined ? '' : printValue(leaf.target);
  const parts = isCount && path.length > 0 ? memberParts(leaf, path) : [];
  return {
    path,
    text: isCount
      ? countSentence(leaf, path, parts, `${printOrNothing(actual)} found, ${requirement} ${expected}`)
      : sentence(leaf, path, actual, requirement, expected),
    expression: leaf.expression,
    operator: leaf.operator,
    actual: actual === undefined ? undefined : printValue(actual, isCount ? [] : path),
    expected,
    parts,
    weight: weightOf(leaf, requirement, path, policyName),
  };
}

/** Explains one decisive condition: what is there, what must be, and where that stands in the source. */
export function explainLeaf(
  decisive: DecisiveLeaf,
  instance: ResourceInstance,
  policyName: string,
): LocatedReason {
  const { path, parts, weight, text, expression, operator, actual, expected } = tellLeaf(
    decisive,
    policyName,
  );
  const location = locate(instance, path);
  const origins = location.origins.length > 0 ? location.origins : originsOfParts(parts, instance);
  const reason: Reason = {
    expression,
    path: formatPath(path),
    operator,
    actual,
    expected,
    text,
    place: path.length === 0 ? undefined : location.place,
    origins,
  };
  return { reason, path, location: { ...location, origins }, weight };
}

/** The value that the sentence is about: the one that decided, where a condition looked at several. */
function decisiveOperand(leaf: LeafTrace, wantsTruth: boolean): LeafTrace['found'][number] | undefined {
  if (leaf.expressionKind === 'Count')
    return leaf.found.slice(1).find((one) => one.outcome === 'true') ?? leaf.found[1];
  const deciding = leaf.outcome === 'unknown' ? 'unknown' : wantsTruth ? 'false' : 'true';
  return leaf.found.find((one) => one.outcome === deciding) ?? leaf.found[0];
}

function sentence(
  leaf: LeafTrace,
  path: readonly (string | number)[],
  actual: Value | undefined,
  requirement: string,
  target: string,
): string {
  const subject = path.length > 0 ? formatPath(path) : shorten(leaf.expression);
  if (leaf.operator === 'exists') {
    const mustExist =
      requirement.startsWith('must exist') ===
      (target === 'true' || target === '"true"' || target === '"True"');
    return mustExist ? `${subject} is not set, must be` : `${subject} is set, must not be`;
  }
  if (leaf.operator === 'like' && target === '"*"' && requirement.startsWith('must not'))
    return `${subject} ${isOrNothing(actual, path)}, must not be set`;
  return `${subject} ${isOrNothing(actual, path)}, ${requirement} ${target}`;
}

const shownPartCountMax = 4;

/** What a member that was counted has that made it count. */
function memberParts(leaf: LeafTrace, path: readonly (string | number)[]): FoundPart[] {
  const at = leaf.found.findIndex((one) => one.path === path);
  const trace = leaf.members[at - 1];
  if (trace === undefined || trace.outcome !== 'true') return [];
  const parts = decisiveLeaves(trace, 'true').flatMap(({ leaf: inner }) => {
    const operand = inner.expressionKind === 'Field' ? inner.found[0] : undefined;
    return operand === undefined || operand.path.length <= path.length
      ? []
      : [{ path: operand.path, value: operand.value, member: path.length }];
  });
  return parts
    .filter(
      (part, index) => parts.findIndex((one) => formatPath(one.path) === formatPath(part.path)) === index,
    )
    .slice(0, shownPartCountMax);
}

export interface FoundPart {
  readonly path: readonly (string | number)[];
  readonly value: Value | undefined;
  /** How many steps of the path lead to the member. */
  readonly member: number;
}

function originsOfParts(parts: readonly FoundPart[], instance: ResourceInstance): readonly Origin[] {
  for (const part of parts) {
    const { origins } = locate(instance, part.path);
    if (origins.length > 0) return origins;
  }
  return [];
}

/** A count is about its members: the one that was counted says more than the number. */
function countSentence(
  leaf: LeafTrace,
  path: readonly (string | number)[],
  parts: readonly FoundPart[],
  number: string,
): string {
  if (path.length === 0) return `${shorten(leaf.expression)}: ${number}`;
  const member = leaf.found.find((one) => one.path === path)?.value;
  const name =
    member !== undefined && isObject(member) && typeof member.name === 'string' ? ` (${member.name})` : '';
  const value = typeof member === 'string' ? ` is ${printValue(member, path)}` : '';
  const detail = parts
    .map(
      (part) =>
        `${formatPath(part.path.slice(part.member)).replace(/^properties\./, '')} ${isOrNothing(part.value, part.path)}`,
    )
    .join(', ');
  return `${formatPath(path)}${name}${value}${detail === '' ? '' : `: ${detail}`} (${number})`;
}

function isOrNothing(actual: Value | undefined, path: readonly (string | number)[]): string {
  if (actual === undefined || actual === null) return 'is not set';
  return `is ${printValue(actual, path)}`;
}

function printOrNothing(actual: Value | undefined): string {
  return actual === undefined ? 'some' : printValue(actual);
}

const printedLengthMax = 120;

/** A value as messages show it. Secrets are not shown. */
export function printValue(value: Value, path: readonly (string | number)[] = []): string {
  if (value instanceof Unknown) return printUnknown(value);
  if (typeof value === 'string')
    return isSecretAt(path, value) ? redacted : JSON.stringify(shortenInside(value));
  if (Array.isArray(value))
    return shorten(`[${value.map((item, index) => printValue(item, [...path, index])).join(', ')}]`);
  if (isObject(value)) return shorten(`{${Object.keys(value).join(', ')}}`);
  return shorten(printPlain(value));
}

/** What is known of an unknown: its beginning and its end, or else the expression that it waits for. */
function printUnknown(value: Unknown): string {
  if (value.secret) return 'a secret';
  if (value.prefix !== '' || value.suffix !== '') return `"${shorten(`${value.prefix}…${value.suffix}`)}"`;
  return `not known (${shorten(value.expression)})`;
}

function printPlain(value: Value): string {
  return value === null ? 'null' : typeof value === 'boolean' ? String(value) : printExpression(value);
}

/** The end of an id says more than its middle. */
function shortenInside(text: string): string {
  if (text.length <= printedLengthMax) return text;
  const head = printedLengthMax / 3;
  return `${text.slice(0, head)}…${text.slice(head + 1 - printedLengthMax)}`;
}

function shorten(text: string): string {
  return text.length > printedLengthMax ? `${text.slice(0, printedLengthMax - 1)}…` : text;
}

const identifying = new Set(['type', 'name', 'kind', 'fullname', 'id', 'apiversion']);

/** A requirement on a property says best what to change; conditions that only say which resources are meant say least. */
function weightOf(
  leaf: LeafTrace,
  requirement: string,
  path: readonly (string | number)[],
  policyName: string,
): number {
  if (identifying.has(fold(leaf.expression))) return -10;
  if (leaf.expressionKind === 'Value' && !/\b(field|current)\(/i.test(leaf.expression)) return -5;
  let weight = 0;
  if (leaf.expressionKind === 'Count') weight += 3;
  if (path[0] === 'properties' || path[0] === 'tags' || path[0] === 'sku' || path[0] === 'identity')
    weight += 2;
  if (!requirement.startsWith('must not')) weight += 2;
  if (leaf.operator === 'exists') weight -= 1;
  return weight + 2 * sharedWordCount(leaf.expression, policyName);
}

/** How many words of a property's name are in the policy's: the rule is most likely about that property. */
function sharedWordCount(expression: string, policyName: string): number {
  const property = expression.slice(expression.lastIndexOf('/') + 1);
  const inName = new Set(stems(policyName.split(/[^A-Za-z]+/)));
  return new Set(stems(property.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)).filter((word) => inName.has(word)))
    .size;
}

/** Words without the endings that make `encrypted` and `encryption` two. */
function stems(words: readonly string[]): string[] {
  return words.filter((word) => word.length > 2).map((word) => fold(word).replace(/(ed|ing|ion|s)$/, ''));
}

/** The place and origins of a finding: those of its weightiest reason that is in the source. */
export function bestPlace(
  reasons: readonly LocatedReason[],
  instance: ResourceInstance,
): { place: Place; origins: readonly Origin[] } {
  const best = reasons.find((one) => one.path.length > 0);
  const location = best?.location ?? locate(instance, []);
  return { place: location.place, origins: location.origins };
}
