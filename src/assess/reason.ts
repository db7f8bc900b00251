import { fold, formatPath, isObject, type Origin, type Place, type Reason, Unknown, type Value } from '../kernel/index.ts';
import { type LeafTrace, operators } from '../policy/index.ts';
import { type Location, locate, printExpression, type ResourceInstance } from '../template/index.ts';
import type { DecisiveLeaf } from './decisive-leaves.ts';

/** A reason for a verdict, with the source that it leads to. */
export interface LocatedReason {
  readonly reason: Reason;
  readonly path: readonly (string | number)[];
  readonly location: Location;
  /** How well it tells a person what to change; higher is better. */
  readonly weight: number;
}

/** Explains one decisive condition: what is there, what must be, and where that stands in the source. */
export function explainLeaf({ leaf, wantsTruth }: DecisiveLeaf, instance: ResourceInstance): LocatedReason {
  const decisive = decisiveOperand(leaf, wantsTruth);
  const path = decisive?.path ?? [];
  const location = locate(instance, path);
  const operator = operators.get(fold(leaf.operator))!;
  const requirement = wantsTruth ? operator.wanted : operator.unwanted;
  const actual = leaf.expressionKind === 'Count' ? leaf.found[0]?.value : decisive?.value;
  const target = leaf.target === undefined ? '' : printValue(leaf.target);
  const reason: Reason = {
    expression: leaf.expression,
    path: formatPath(path),
    operator: leaf.operator,
    actual: actual === undefined ? undefined : printValue(actual),
    expected: target,
    text: sentence(leaf, path, actual, requirement, target),
    place: path.length === 0 ? undefined : location.place,
    origins: location.origins,
  };
  return { reason, path, location, weight: weightOf(leaf, requirement, path) };
}

/** The value that the sentence is about: the one that decided, where a condition looked at several. */
function decisiveOperand(leaf: LeafTrace, wantsTruth: boolean): LeafTrace['found'][number] | undefined {
  if (leaf.expressionKind === 'Count') return leaf.found.slice(1).find((one) => one.outcome === 'true') ?? leaf.found[1];
  const deciding = leaf.outcome === 'unknown' ? 'unknown' : wantsTruth ? 'false' : 'true';
  return leaf.found.find((one) => one.outcome === deciding) ?? leaf.found[0];
}

function sentence(leaf: LeafTrace, path: readonly (string | number)[], actual: Value | undefined, requirement: string, target: string): string {
  const subject = path.length > 0 && leaf.expressionKind !== 'Count' ? formatPath(path) : shorten(leaf.expression);
  if (leaf.operator === 'exists') {
    const mustExist = requirement.startsWith('must exist') === (target === 'true' || target === '"true"' || target === '"True"');
    return mustExist ? `${subject} is not set, must be` : `${subject} is set, must not be`;
  }
  if (leaf.expressionKind === 'Count') return countSentence(leaf, path, actual, requirement, target);
  return `${subject} ${isOrNothing(actual)}, ${requirement} ${target}`;
}

/** A count is about its members: the one that was counted says more than the number. */
function countSentence(leaf: LeafTrace, path: readonly (string | number)[], actual: Value | undefined, requirement: string, target: string): string {
  const number = `${printOrNothing(actual)} found, ${requirement} ${target}`;
  if (path.length === 0) return `${shorten(leaf.expression)}: ${number}`;
  const member = leaf.found.find((one) => one.path === path)?.value;
  const name = member !== undefined && isObject(member) && typeof member.name === 'string' ? ` (${member.name})` : '';
  const value = typeof member === 'string' ? ` is ${printValue(member)} and` : '';
  return `${formatPath(path)}${name}${value} is what the policy counts: ${number}`;
}

function isOrNothing(actual: Value | undefined): string {
  if (actual === undefined || actual === null) return 'is not set';
  return `is ${printValue(actual)}`;
}

function printOrNothing(actual: Value | undefined): string {
  return actual === undefined ? 'some' : printValue(actual);
}

const printedLengthMax = 120;

/** A value as messages show it. Secrets are not shown. */
export function printValue(value: Value): string {
  if (value instanceof Unknown) return printUnknown(value);
  if (typeof value === 'string') return shorten(JSON.stringify(value));
  if (Array.isArray(value)) return shorten(`[${value.map(printValue).join(', ')}]`);
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

function shorten(text: string): string {
  return text.length > printedLengthMax ? `${text.slice(0, printedLengthMax - 1)}…` : text;
}

const identifying = new Set(['type', 'name', 'kind', 'fullname', 'id', 'apiversion']);

/** A requirement on a property says best what to change; conditions that only say which resources are meant say least. */
function weightOf(leaf: LeafTrace, requirement: string, path: readonly (string | number)[]): number {
  if (identifying.has(fold(leaf.expression))) return -10;
  if (leaf.expression.includes('requestContext')) return -5;
  let weight = 0;
  if (leaf.expressionKind === 'Count') weight += 3;
  if (path[0] === 'properties' || path[0] === 'tags' || path[0] === 'sku' || path[0] === 'identity') weight += 2;
  if (!requirement.startsWith('must not')) weight += 2;
  if (leaf.operator === 'exists') weight -= 1;
  return weight;
}

/** The place and origins of a finding: those of its weightiest reason that is in the source. */
export function bestPlace(reasons: readonly LocatedReason[], instance: ResourceInstance): { place: Place; origins: readonly Origin[] } {
  const best = reasons.find((one) => one.path.length > 0);
  const location = best?.location ?? locate(instance, []);
  return { place: location.place, origins: location.origins };
}
