import { type AskedAction, denyTruth, isEveryone } from '../assignment/index.ts';
import type { AccessGap, AccessModel } from '../estate/index.ts';
import { IndexSet } from '../principal/index.ts';
import { membersUnseen } from './belonging-truth.ts';

/** Whom deny assignments block from an action. */
export interface DeniedPrincipals {
  readonly denied: IndexSet;
  readonly maybeDenied: IndexSet;
  /** Whether anybody might be in a denied group that was not seen whole. */
  readonly gaps: readonly AccessGap[];
}

/** Finds whom the deny assignments in force at a scope block; `keys` is its chain. */
export function deniedPrincipals(
  model: AccessModel,
  asked: AskedAction,
  keys: readonly string[],
): DeniedPrincipals {
  const denied = new IndexSet(model.principals.size);
  const maybeDenied = new IndexSet(model.principals.size);
  const gaps: AccessGap[] = [];
  for (const denial of model.denials.inForceAt(keys)) {
    const truth = denyTruth(denial, asked);
    if (truth.kind === 'no') continue;
    const numbers = (ids: readonly string[]) => ids.flatMap((id) => model.principals.positionOf(id) ?? []);
    const principals = numbers(denial.principals);
    const excluded = numbers(denial.excluded);
    const opaque = (list: readonly number[]) => list.filter((one) => model.membership.mayHoldMore(one));
    const out = model.membership.closureOf(excluded);
    const everyone = isEveryone(denial.principals);
    const named = model.membership.closureOf(principals);
    const openTo = everyone ? [] : opaque(principals);
    const openFrom = opaque(excluded);
    if (truth.kind === 'unknown') gaps.push(...truth.gaps);
    gaps.push(...[...openTo, ...openFrom].map((one) => membersUnseen(model, one)));
    const isSure = truth.kind === 'yes' && openFrom.length === 0;
    for (let one = 0; one < model.principals.size; one++) {
      if (out.has(one)) continue;
      if (everyone || named.has(one)) (isSure ? denied : maybeDenied).add(one);
      else if (openTo.length > 0) maybeDenied.add(one);
    }
  }
  return { denied, maybeDenied, gaps };
}
