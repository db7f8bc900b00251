import { fold, isObject, type Truth, Unknown, type Value } from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { evaluateOperand, interpret } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { textCannotBe } from './operators/equals.ts';
import type { PolicyEnvironment } from './policy-environment.ts';
import { get } from './policy-parameters.ts';
import { type PolicySubject, shortName } from './policy-subject.ts';
import type { Outcome, TraceNode } from './trace.ts';

/** Which related resources an existence effect looks for (effect-audit-if-not-exists.md, effect-deploy-if-not-exists.md). */
export interface RelatedQuery {
  /** Folded. */
  readonly type: string;
  /** Folded short or full name; a segment `?` stands for any name. */
  readonly name: string | Unknown | undefined;
  readonly resourceGroup: string | Unknown | undefined;
  readonly scope: 'resourceGroup' | 'subscription';
  /**
   * - `child`: children of the primary resource
   * - `extension`: extension resources of the primary resource
   * - `self`: the primary resource's own type
   * - `elsewhere`: anything in the scope
   */
  readonly relation: 'child' | 'extension' | 'self' | 'elsewhere';
}

/** What was found, and whether nothing else can be there. */
export interface RelatedAnswer {
  readonly resources: readonly PolicySubject[];
  readonly complete: boolean;
}

/** Finds related resources: in the same deployment, in an estate, or both. */
export type RelatedLookup = (query: RelatedQuery, primary: PolicySubject) => RelatedAnswer;

/** What an existence effect found. */
export interface ExistenceResult {
  /** `true` when a related resource satisfies the policy. */
  readonly satisfied: Truth | 'error';
  readonly query: RelatedQuery | undefined;
  /** The existenceCondition on each candidate. */
  readonly candidates: readonly { readonly subject: PolicySubject; readonly trace: TraceNode | undefined }[];
  /** Whether a resource that was not seen could satisfy it. */
  readonly complete: boolean;
  readonly problem: string | undefined;
}

/**
 * Looks for a related resource that satisfies an existence effect. Any one is enough; without an existenceCondition its being there is.
 * `field` conditions look at the related resource, `field()` at the primary one.
 */
export function checkExistence(
  policy: BoundPolicy,
  environment: PolicyEnvironment,
  lookup: RelatedLookup,
): ExistenceResult {
  let query: RelatedQuery;
  try {
    query = relatedQuery(policy, environment);
  } catch (error) {
    if (!(error instanceof EvaluationError) && !(error instanceof RuleProblem)) throw error;
    return { satisfied: 'error', query: undefined, candidates: [], complete: true, problem: error.message };
  }
  const answer = lookup(query, environment.parts.primary);
  const { existenceCondition } = policy;
  const candidates: ExistenceResult['candidates'][number][] = [];
  const outcomes: Outcome[] = [];
  for (const subject of answer.resources) {
    const isMeant = isAskedFor(subject, query);
    if (isMeant === 'false') continue;
    const trace = existenceCondition && interpret(existenceCondition, environment.forRelated(subject));
    candidates.push({ subject, trace });
    const outcome = trace?.outcome ?? 'true';
    outcomes.push(isMeant === 'unknown' && outcome !== 'false' ? 'unknown' : outcome);
  }
  const base = { query, candidates, complete: answer.complete, problem: undefined };
  if (outcomes.includes('true')) return { ...base, satisfied: 'true' };
  if (outcomes.includes('unknown') || !answer.complete) return { ...base, satisfied: 'unknown' };
  return { ...base, satisfied: outcomes.includes('error') ? 'error' : 'false' };
}

/** Whether a resource that was found is one that the effect asks for, as far as names and resource groups are known. */
function isAskedFor(subject: PolicySubject, { name, resourceGroup, relation }: RelatedQuery): Truth {
  if (typeof name === 'string') return subject.name === null ? 'true' : matchesName(subject, name);
  const isElsewhere = relation === 'elsewhere' && resourceGroup instanceof Unknown;
  return name instanceof Unknown || isElsewhere ? 'unknown' : 'true';
}

function relatedQuery({ definition }: BoundPolicy, environment: PolicyEnvironment): RelatedQuery {
  const { details } = definition.rule;
  if (details === undefined || !isObject(details)) throw new EvaluationError('the effect has no details');
  const read = (name: string): string | Unknown | undefined => {
    const value = get(details, name);
    return value === undefined ? undefined : textOf(value, name, environment);
  };
  const type = read('type');
  if (typeof type !== 'string') throw new EvaluationError('details.type is not a resource type');
  const scope = read('existenceScope');
  const name = read('name');
  return {
    type: fold(type),
    name: typeof name === 'string' ? fold(name) : name,
    resourceGroup: read('resourceGroupName'),
    scope: typeof scope === 'string' && fold(scope) === 'subscription' ? 'subscription' : 'resourceGroup',
    relation: relationOf(fold(type), fold(environment.parts.primary.type)),
  };
}

function textOf(value: Value, name: string, environment: PolicyEnvironment): string | Unknown {
  const result = evaluateOperand(readOperand(value, `/details/${name}`), environment);
  if (typeof result === 'string' || result instanceof Unknown) return result;
  throw new EvaluationError(`details.${name} is not a text`);
}

/** Types of extension resources that existence effects look for on the primary resource itself. */
const extensionTypes: ReadonlySet<string> = new Set([
  'microsoft.insights/diagnosticsettings',
  'microsoft.insights/datacollectionruleassociations',
  'microsoft.authorization/locks',
  'microsoft.authorization/roleassignments',
  'microsoft.automanage/configurationprofileassignments',
  'microsoft.maintenance/configurationassignments',
  'microsoft.guestconfiguration/guestconfigurationassignments',
  'microsoft.security/advancedthreatprotectionsettings',
  'microsoft.security/defenderforstoragesettings',
  'microsoft.security/assessments',
  'microsoft.kubernetesconfiguration/extensions',
  'microsoft.kubernetesconfiguration/fluxconfigurations',
  'microsoft.chaos/targets',
]);

function relationOf(type: string, primaryType: string): RelatedQuery['relation'] {
  if (type === primaryType) return 'self';
  if (type.startsWith(`${primaryType}/`)) return 'child';
  return extensionTypes.has(type) ? 'extension' : 'elsewhere';
}

/**
 * Whether a resource's name is the one asked for: its short or its full name. A segment `?` stands for any name
 * (effect-audit-if-not-exists.md#auditifnotexists-properties).
 */
export function matchesName(subject: PolicySubject, wanted: string): Truth {
  const names = [subject.name, shortName(subject)];
  if (names.some((name) => typeof name === 'string' && isNamed(fold(name), wanted))) return 'true';
  return names.some((name) => name instanceof Unknown && mayBeNamed(name, wanted)) ? 'unknown' : 'false';
}

function mayBeNamed(name: Unknown, wanted: string): boolean {
  return wanted.includes('?') || textCannotBe(name, wanted) !== 'false';
}

function isNamed(name: string, wanted: string): boolean {
  const segments = name.split('/');
  const wantedSegments = wanted.split('/');
  return (
    segments.length === wantedSegments.length &&
    wantedSegments.every((segment, index) => segment === '?' || segment === segments[index])
  );
}
