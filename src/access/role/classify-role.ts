import { ActionSet } from '../pattern/index.ts';
import { type PrivilegeRule, type PrivilegeTier, privilegeRules } from './privilege-rule.ts';
import type { RoleCondition, RoleDefinition } from './role-definition.ts';
import { grantsOfRole } from './role-grants.ts';

/** A privilege that a role gives. */
export interface RolePrivilege {
  readonly rule: PrivilegeRule;
  readonly granted: 'always' | 'on-condition';
  /** The actions of the rule that it grants. */
  readonly actions: ActionSet;
  /** The conditions under which it does; empty when it always does. */
  readonly conditions: readonly RoleCondition[];
}

/** How privileged a role is, by what its actions can do and not by its name. */
export interface RoleClass {
  /** The gravest of what it gives always, and of all that it gives. */
  readonly tier: PrivilegeTier | 'none';
  readonly tierAtMost: PrivilegeTier | 'none';
  /** In the order of the rules. */
  readonly privileges: readonly RolePrivilege[];
}

const tiers: readonly PrivilegeTier[] = ['control', 'management', 'data'];

/** Classifies a role by rules over actions. */
export function classifyRole(
  role: RoleDefinition,
  rules: readonly PrivilegeRule[] = privilegeRules,
): RoleClass {
  const privileges = rules.flatMap((rule) => privilegeOf(role, rule) ?? []);
  const gravest = (some: readonly RolePrivilege[]) =>
    tiers.find((tier) => some.some(({ rule }) => rule.tier === tier)) ?? 'none';
  return {
    tier: gravest(privileges.filter(({ granted }) => granted === 'always')),
    tierAtMost: gravest(privileges),
    privileges,
  };
}

function privilegeOf(role: RoleDefinition, rule: PrivilegeRule): RolePrivilege | undefined {
  const wanted = wantedBy(rule);
  let always = ActionSet.none;
  let atMost = ActionSet.none;
  const conditions: RoleCondition[] = [];
  for (const { [rule.plane]: granted, condition } of grantsOfRole(role)) {
    const actions = granted.intersection(wanted);
    if (actions.isEmpty) continue;
    atMost = atMost.union(actions);
    if (condition === undefined) always = always.union(actions);
    else conditions.push(condition);
  }
  if (!always.isEmpty) return { rule, granted: 'always', actions: always, conditions: [] };
  return atMost.isEmpty ? undefined : { rule, granted: 'on-condition', actions: atMost, conditions };
}

const wanted = new WeakMap<PrivilegeRule, ActionSet>();

function wantedBy(rule: PrivilegeRule): ActionSet {
  let set = wanted.get(rule);
  if (set === undefined) {
    set = ActionSet.of(rule.actions);
    wanted.set(rule, set);
  }
  return set;
}
