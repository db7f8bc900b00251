import { enforcementOf } from '../policy/enforcement.ts';
import type { Policy } from '../policy/policy.ts';
import { clauseFor } from '../sign-in/circumstances.ts';
import {
  type ConditionName,
  conditionHolds,
  conditions,
  reasonsNotUnderstood,
} from '../sign-in/condition.ts';
import { type Clause, clausesOf } from '../sign-in/control.ts';
import { type BaselineScopes, type Evaluation, evaluationOf } from '../sign-in/evaluation.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Tenant } from '../sign-in/tenant.ts';
import type { Truth } from '../sign-in/truth.ts';
import { flawOf } from '../sign-in/what-if.ts';
import type { Atom, Dimension } from './atom.ts';
import type { Cube } from './cube-cover.ts';
import { deviceDimension } from './device-atoms.ts';
import { locationDimension } from './location-atoms.ts';
import { plainDimensions } from './plain-atoms.ts';
import { withSampleUsers } from './sample-users.ts';
import { targetDimension, withSampleApplications } from './target-atoms.ts';

/** Atoms that no policy tells apart, and in which no control is met or out of reach that is not in the others. */
export interface AtomClass {
  /** The most ordinary of them. */
  readonly atom: Atom;
  readonly atoms: readonly Atom[];
}

/** A policy with what it says of each class of each dimension. */
export interface ModelPolicy {
  readonly policy: Policy;
  readonly clauses: readonly Clause[];
  /** By dimension and class. `false` somewhere: it does not apply; `true` everywhere: it does. */
  readonly truths: readonly (readonly Truth[])[];
  /** The sign-ins that it surely applies to. */
  readonly surely: Cube;
  /** Those that it applies to, and those of which that is not known. */
  readonly possibly: Cube;
}

/** All sign-ins of a tenant, folded to what its policies tell apart. */
export interface CoverageModel {
  readonly evaluation: Evaluation;
  readonly tenant: Tenant;
  /** Whether the tenant held no users, so that samples stand for them. */
  readonly hasSampleUsers: boolean;
  /** Whether filters compare devices in more ways than were looked at. */
  readonly hasSampleDevices: boolean;
  readonly names: readonly ConditionName[];
  readonly classes: readonly (readonly AtomClass[])[];
  readonly policies: readonly ModelPolicy[];
}

export interface CoverageOptions {
  readonly baselineScopes?: BaselineScopes | undefined;
  /** Whether policies that only report are taken as enforced. */
  readonly withReportOnly?: boolean | undefined;
}

/** The first dimensions are those that controls depend on: what a client, device or flow can satisfy. */
export const circumstanceCount = 3;

/** Folds the sign-ins of a tenant. Service principals are not part of it. */
export function coverageModel(
  given: Tenant,
  { baselineScopes, withReportOnly = false }: CoverageOptions = {},
): CoverageModel {
  const tenant = withSampleApplications(withSampleUsers(given));
  const evaluation = evaluationOf(tenant, baselineScopes);
  const policies = tenant.policies.filter((policy) => {
    const enforcement = enforcementOf(policy);
    const isMeant = enforcement === 'reportOnly' ? withReportOnly : enforcement !== 'disabled';
    return isMeant && flawOf(policy) === undefined;
  });
  const clauses = policies.map((policy) => clausesOf(policy, evaluation.directory));
  const device = deviceDimension(policies);
  const dimensions = dimensionsOf(policies, tenant, device);
  const folded = dimensions.map((dimension, index) =>
    foldDimension(dimension, policies, evaluation, index < circumstanceCount ? clauses.flat() : []),
  );
  return {
    evaluation,
    tenant,
    hasSampleUsers: given.users.length === 0,
    hasSampleDevices: !device.isComplete,
    names: dimensions.map(({ name }) => name),
    classes: folded.map(({ classes }) => classes),
    policies: policies.map((policy, index) => {
      const truths = folded.map((one) => one.truths.map((row) => row[index]));
      return {
        policy,
        clauses: clauses[index] ?? [],
        truths,
        surely: truths.map((row) => row.map((truth) => truth === true)),
        possibly: truths.map((row) => row.map((truth) => truth !== false)),
      };
    }),
  };
}

function dimensionsOf(policies: readonly Policy[], tenant: Tenant, device: Dimension): Dimension[] {
  const { clientApp, flow, platform, signInRisk, userRisk, insiderRisk } = plainDimensions;
  const users = tenant.users.map(
    ({ id, name }, index): Atom => ({
      label: name ?? id,
      facts: { identity: { kind: 'user', id } },
      distance: index === 0 ? 0 : 1,
    }),
  );
  return [
    clientApp,
    device,
    flow,
    { name: 'identity', atoms: users },
    targetDimension(policies),
    signInRisk,
    userRisk,
    insiderRisk,
    platform,
    locationDimension(policies, tenant),
  ];
}

function foldDimension(
  { name, atoms }: Dimension,
  policies: readonly Policy[],
  evaluation: Evaluation,
  clauses: readonly Clause[],
): { classes: AtomClass[]; truths: Truth[][] } {
  const condition = conditions.find((one) => one.name === name);
  if (condition === undefined) throw new Error(`no condition looks at ${name}`);
  const found = new Map<string, { first: Atom; atoms: Atom[]; truths: Truth[] }>();
  for (const atom of atoms) {
    const truths = policies.map((policy) => {
      const truth = conditionHolds(condition, policy, atom.facts, evaluation);
      const isOpen = name === 'identity' && truth === true && reasonsNotUnderstood(policy).length > 0;
      return isOpen ? undefined : truth;
    });
    const key = `${truths.map(digitOf).join('')} ${clauses.map((one) => keyFor(one, atom.facts)).join()}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: atom, atoms: [atom], truths });
    else known.atoms.push(atom);
  }
  const folded = [...found.values()];
  return {
    classes: folded.map(({ first, atoms: same }) => ({ atom: mostOrdinary(same) ?? first, atoms: same })),
    truths: folded.map(({ truths }) => truths),
  };
}

function digitOf(truth: Truth): string {
  return truth === undefined ? '?' : truth ? '1' : '0';
}

function keyFor(clause: Clause, facts: Partial<SignIn>): string {
  const left = clauseFor(clause, facts);
  return left === 'met' ? left : `${left.map((control) => control.key).join('|')};`;
}

/** The first of the atoms that are nearest to the ordinary one. */
export function mostOrdinary(atoms: readonly Atom[]): Atom | undefined {
  const [first, ...others] = atoms;
  if (first === undefined) return undefined;
  return others.reduce((best, atom) => (atom.distance < best.distance ? atom : best), first);
}
