import {
  ActionSet,
  actionsOfRole,
  describeActions,
  type PrivilegeTier,
  type RoleDefinition,
} from '../../access/index.ts';
import type { GrantScope } from '../../kernel/index.ts';
import { type AbilityRule, abilityRules } from './ability-rule.ts';

/** What a role amounts to at a scope. */
export interface RoleAbilities {
  /** In words, the gravest first; none for a role without actions. */
  readonly words: readonly string[];
  /** The gravest of what it lets one do always, and as if every condition in the role held. */
  readonly tier: PrivilegeTier | 'none';
  readonly tierAtMost: PrivilegeTier | 'none';
}

const tiers: readonly PrivilegeTier[] = ['control', 'management', 'data'];
const namesMax = 3;

/** What a role lets one do at a scope, in words. */
export function roleAbilities(role: RoleDefinition, scope: GrantScope): RoleAbilities {
  const always = heldBy(role, 'always');
  const atMost = heldBy(role, 'at-most');
  return {
    words: wordsOf(atMost, scope.text),
    tier: tierOf(always),
    tierAtMost: tierOf(atMost),
  };
}

interface Held {
  readonly control: ActionSet;
  readonly data: ActionSet;
}

function heldBy(role: RoleDefinition, which: 'always' | 'at-most'): Held {
  return { control: actionsOfRole(role, 'control', which), data: actionsOfRole(role, 'data', which) };
}

/** Who manages everything but access can act as what runs there; that is what managing it means, and no access management. */
function tierOf(held: Held): PrivilegeTier | 'none' {
  const rules = abilityRules.filter((rule) => holds(held, rule));
  if (managesAll(held) && !held.control.intersects(accessWrites)) return 'management';
  return tiers.find((tier) => rules.some((one) => one.tier === tier)) ?? 'none';
}

function managesAll({ control }: Held): boolean {
  return control.includes(nearlyEverything);
}

function wordsOf(held: Held, where: string): string[] {
  if (held.control.equals(reading) && held.data.isEmpty)
    return [`read the settings of everything in ${where}`];
  const rules = abilityRules.filter((rule) => holds(held, rule));
  const words = (some: readonly AbilityRule[]) =>
    some.map((rule) => rule.words.replace('{scope}', () => where));
  const ofData = rules.filter(({ plane }) => plane === 'data');
  if (held.control.includes(ActionSet.all))
    return [`do everything in ${where}, and let others do it`, ...words(ofData)];
  if (managesAll(held)) {
    // What it has only a part of, it has not for what the whole is about.
    const ofControl = rules.filter(
      (rule) => rule.plane === 'control' && rule.tier === 'control' && held.control.includes(wantedBy(rule)),
    );
    return [`change and delete everything in ${where}`, ...words([...ofControl, ...ofData])];
  }
  if (rules.length > 0) return words(rules);
  const rest = held.control.union(held.data);
  return rest.isEmpty ? [] : [`use ${describeActions(rest, { namesMax })} in ${where}`];
}

const reading = ActionSet.of(['*/read']);

/** The ways to give oneself more. */
const accessWrites = ActionSet.of([
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Authorization/roleDefinitions/write',
  'Microsoft.Authorization/elevateAccess/action',
]);

/** Everything but what Contributor lacks too. */
const nearlyEverything = ActionSet.of(
  ['*'],
  [
    'Microsoft.Authorization/*',
    'Microsoft.Blueprint/*',
    'Microsoft.Compute/galleries/share/*',
    'Microsoft.Purview/*',
    'Microsoft.Resources/deploymentStacks/*',
    'Microsoft.Subscription/*',
  ],
);

const sets = new WeakMap<AbilityRule, ActionSet>();

function holds(held: Held, rule: AbilityRule): boolean {
  return held[rule.plane].intersects(wantedBy(rule));
}

function wantedBy(rule: AbilityRule): ActionSet {
  let wanted = sets.get(rule);
  if (wanted === undefined) {
    wanted = ActionSet.of(rule.actions);
    sets.set(rule, wanted);
  }
  return wanted;
}
