import { expect, it } from 'vitest';
import { Source } from '../../kernel/index.ts';
import { conditionSentence } from './condition-sentence.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { parseCondition } from './parse-condition.ts';
import { roleAssignmentFacts } from './role-assignment-facts.ts';

const a = '00000000-0000-0000-0000-00000000000a';
const b = '00000000-0000-0000-0000-00000000000b';
const roles: Readonly<Record<string, string>> = { [a]: 'Backup Reader', [b]: 'Reader' };
const names = (kind: 'role' | 'principal', id: string) => (kind === 'role' ? roles[id] : undefined);
const ra = 'Microsoft.Authorization/roleAssignments';

function read(text: string) {
  const { condition } = parseCondition(new Source('c', text));
  if (condition === undefined) throw new Error(text);
  return condition;
}

const delegation = read(
  `!(ActionMatches{'${ra}/write'}) OR (@Request[${ra}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${a}, ${b}} AND @Request[${ra}:PrincipalType] StringEqualsIgnoreCase 'ServicePrincipal')`,
);

it('is said with names where there are names', () => {
  expect(conditionSentence(delegation, names)).toBe(
    'role assignments may be written only for roles Backup Reader, Reader and principals of type ServicePrincipal',
  );
});

it('is said of what remains too', () => {
  const decision = evaluateCondition(delegation, roleAssignmentFacts('write', { roleDefinitionId: b }));
  expect(decision.kind === 'allowedIf' && conditionSentence(decision.residual, names)).toBe(
    'allowed only for principals of type ServicePrincipal',
  );
});

it('falls back to ids', () => {
  expect(conditionSentence(read(`@Request[${ra}:PrincipalId] GuidNotEquals ${a}`), names)).toBe(
    `allowed only for principals other than ${a}`,
  );
});

it.each([
  [
    `@Request[${ra}:PrincipalType] StringNotEquals 'User'`,
    'allowed only for principals of types other than User',
  ],
  ["'a' StringEquals @Request[n:x]", 'allowed only if `a` is `n:x` of the request'],
  ["@Request[x] StringNotLike 'a*'", 'allowed only if `x` of the request is not like `a*`'],
  ["@Request[x] StringNotStartsWith 'a'", 'allowed only if `x` of the request does not start with `a`'],
  ["@Request[x] StringLike 'a*'", 'allowed only if `x` of the request is like `a*`'],
  [
    '@Request[x] NumericGreaterThanEquals 2',
    'allowed only if `x` of the request is greater than or equal to 2',
  ],
  ['NOT Exists @Principal[x]', 'allowed only if `x` of the principal is not there'],
  ["SubOperationMatches{'a'}", 'allowed only if the suboperation is `a`'],
  [
    `(!(ActionMatches{'a/b/read'}) AND !(ActionMatches{'a/b/write'})) OR Exists @Request[x] OR Exists @Request[y]`,
    '`a/b/read` and `a/b/write` are allowed only if `x` of the request is there or `y` of the request is there',
  ],
  [
    `!(ActionMatches{'a/b/read'}) AND !(ActionMatches{'a/b/write'})`,
    '`a/b/read` is not allowed; `a/b/write` is not allowed',
  ],
])('%s', (text, expected) => {
  expect(conditionSentence(read(text))).toBe(expected);
});
