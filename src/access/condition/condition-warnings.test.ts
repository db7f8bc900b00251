import { describe, expect, it } from 'vitest';
import { Source } from '../../kernel/index.ts';
import { attributeNamed } from './condition-facts.ts';
import { conditionVersionProblem } from './condition-version.ts';
import { conditionWarnings } from './condition-warnings.ts';
import { parseCondition } from './parse-condition.ts';

const ra = 'Microsoft.Authorization/roleAssignments';
const guid = '00000000-0000-0000-0000-00000000000a';

function warningsOf(text: string, granted?: readonly string[]) {
  const source = new Source('c', text);
  const { condition } = parseCondition(source);
  return conditionWarnings(condition!, source, granted).map(({ code, message, span }) => ({
    code,
    message,
    where: text.slice(span?.start, span?.end),
  }));
}

describe('a warning', () => {
  it('stands at the part that it is about', () => {
    const list = `@Request[${ra}:RoleDefinitionId] ForAllOfAllValues:GuidNotEquals {${guid}}`;
    const found = warningsOf(
      `(!(ActionMatches{'${ra}/write'})) OR (${list} AND @Request[${ra}:PrincipalType] StringEquals 'User')`,
      [`${ra}/write`],
    );
    expect(found).toEqual([
      { code: 'LG8018', message: expect.stringContaining('all except 1'), where: list },
    ]);
  });

  it('names the attribute to use instead', () => {
    const source = new Source('c', `@Resource[${ra}:PrincipalId] GuidEquals ${guid}`);
    const { condition } = parseCondition(source);
    const [first] = conditionWarnings(condition!, source, [`${ra}/*`]);
    expect(first?.advice).toContain(`@Request[${ra}:PrincipalId]`);
  });

  it('names the two halves of a guard', () => {
    const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
    const [first, ...rest] = warningsOf(`(!(ActionMatches{'${blobs}/write'})) OR Exists @Request[x]`);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      code: 'LG8016',
      message: `\`${blobs}/write\` is limited, \`${blobs}/add/action\` is not`,
    });
  });

  it('is not given of what the role does not grant', () => {
    const text = `(!(ActionMatches{'${ra}/write'})) OR (@Request[${ra}:RoleDefinitionId] GuidNotEquals ${guid})`;
    expect(warningsOf(text, ['Contoso.Shop/*']).map(({ code }) => code)).toEqual(['LG8015']);
  });
});

describe('a version', () => {
  const source = new Source('c', 'Exists @Request[x]');
  it.each([
    ['2.0', undefined],
    [undefined, undefined],
    [null, undefined],
    ['1.0', 'LG8007'],
    ['3.0', 'LG8006'],
  ])('%s: %s', (version, code) => {
    expect(conditionVersionProblem(version, source)?.code).toBe(code);
  });
});

it('refuses a name of the program that is no attribute', () => {
  for (const name of ['x', '@Resource', '@Nobody[x]', '@Resource[x'])
    expect(() => attributeNamed(name)).toThrow(RangeError);
});
