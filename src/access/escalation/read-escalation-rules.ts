import {
  fold,
  isObject,
  type Severity,
  severities,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';
import {
  directorySubjects,
  type EscalationRule,
  type EscalationRules,
  type RelationName,
  type RuleNeed,
  type StateName,
  type YieldName,
} from './escalation-rule.ts';

const states: readonly StateName[] = [
  'identity',
  'vaultRoles',
  'vaultPolicies',
  'sharedKey',
  'localAuth',
  'localAccounts',
  'roleAssignable',
  'notRoleAssignable',
  'noPrivilegedRole',
];
const yieldNames: readonly YieldName[] = [
  'code',
  'identity',
  'principal',
  'anyRole',
  'clonedRole',
  'widenedRole',
  'role',
  'secrets',
  'data',
  'tenant',
  'loss',
];
const relations: readonly RelationName[] = ['owner', 'identity', 'vaultPolicy', 'eligibleMember'];
const keys = [
  'id',
  'title',
  'severity',
  'effort',
  'on',
  'needs',
  'directory',
  'directoryRoles',
  'appRoles',
  'relation',
  'when',
  'yields',
  'role',
  'isGrant',
  'paths',
  'source',
];

/**
 * Reads the rules of `facts/escalations.json`: `{ unprotectedRoles: [...], rules: [...] }`.
 * @throws {RangeError} for a table with a mistake: it is a part of the program, not a user's input
 */
export function readEscalationRules(table: Value): EscalationRules {
  if (!isObject(table) || !Array.isArray(table.rules)) throw new RangeError('the table has no list `rules`');
  const rules = table.rules.map(ruleOf);
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new RangeError(`the rule \`${id}\` is there twice`);
    ids.add(id);
  }
  return { rules, unprotectedRoles: new Set(textsOf(table, 'unprotectedRoles').map(fold)) };
}

function ruleOf(row: Value): EscalationRule {
  if (!isObject(row)) throw new RangeError('a rule is not an object');
  const unknown = Object.keys(row).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new RangeError(`a rule has the key \`${unknown}\`, which means nothing`);
  const on = textOf(row, 'on');
  const relation = row.relation === undefined ? undefined : oneOf(row, 'relation', relations);
  const rule: EscalationRule = {
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    severity: oneOf<Severity>(row, 'severity', severities),
    effort: typeof row.effort === 'number' && row.effort >= 1 ? row.effort : 1,
    on: on === 'scope' || isDirectorySubject(on) ? on : fold(on),
    needs: listOf(row, 'needs').map(needOf),
    directory: textsOf(row, 'directory').map(fold),
    directoryRoles: textsOf(row, 'directoryRoles').map(fold),
    appRoles: textsOf(row, 'appRoles').map(fold),
    relation,
    when: textsOf(row, 'when').map((one) => memberOf(one, 'when', states)),
    yields: oneOf(row, 'yields', yieldNames),
    role: row.role === undefined ? undefined : fold(textOf(row, 'role')),
    isGrant: row.isGrant === true,
    paths: textsOf(row, 'paths'),
    source: textOf(row, 'source'),
  };
  const ways = [
    rule.needs.length > 0,
    rule.directory.length + rule.directoryRoles.length + rule.appRoles.length > 0,
    relation !== undefined,
  ];
  if (ways.filter(Boolean).length !== 1)
    throw new RangeError(`the rule \`${rule.id}\` does not have exactly one kind of need`);
  if ((rule.yields === 'role') !== (rule.role !== undefined))
    throw new RangeError(
      `the rule \`${rule.id}\` yields a role that it does not name, or the other way round`,
    );
  return rule;
}

function needOf(need: Value): RuleNeed {
  if (!isObject(need)) throw new RangeError('a need is not an object');
  const plane = need.data === undefined ? 'control' : 'data';
  const anyOf = textsOf(need, plane);
  if (anyOf.length === 0) throw new RangeError('a need names no action');
  return { plane, anyOf, where: need.where === 'anywhere' ? 'anywhere' : 'target' };
}

function isDirectorySubject(on: string): boolean {
  return (directorySubjects as readonly string[]).includes(on);
}

function textOf(row: ValueObject, key: string): string {
  const value = row[key];
  if (typeof value !== 'string' || value === '') throw new RangeError(`\`${key}\` is not a text`);
  return value;
}

function listOf(row: ValueObject, key: string): readonly Value[] {
  const value = row[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new RangeError(`\`${key}\` is not a list`);
  return value;
}

function textsOf(row: ValueObject, key: string): readonly string[] {
  return listOf(row, key).map((one) => {
    if (typeof one !== 'string') throw new RangeError(`\`${key}\` is not a list of texts`);
    return one;
  });
}

function oneOf<Name extends string>(row: ValueObject, key: string, names: readonly Name[]): Name {
  return memberOf(textOf(row, key), key, names);
}

function memberOf<Name extends string>(text: string, key: string, names: readonly Name[]): Name {
  const name = names.find((one) => one === text);
  if (name === undefined) throw new RangeError(`\`${key}\` cannot be \`${text}\``);
  return name;
}
