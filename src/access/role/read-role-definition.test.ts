import { describe, expect, it } from 'vitest';
import { Unknown, type Value } from '../../kernel/index.ts';
import { readRoleDefinition } from './read-role-definition.ts';

// The shapes that tools write are in test/cases/access/role/shapes.yaml.
describe('a role definition that is not known in full', () => {
  const unknown = new Unknown("parameters('actions')", { type: 'array' });

  it.each<[string, Value, string]>([
    ['its list of actions', { permissions: [{ actions: unknown }] }, 'actions'],
    ['one of its actions', { permissions: [{ actions: ['*/read', unknown] }] }, 'actions'],
    ['what it subtracts', { permissions: [{ actions: ['*'], notActions: unknown }] }, 'notActions'],
    ['a permission object', { permissions: [unknown] }, 'permissions'],
    ['its condition', { permissions: [{ actions: ['*'], condition: unknown }] }, 'condition'],
  ])('%s', (_, body, name) => {
    expect(readRoleDefinition(body)).toEqual({
      problem: `\`${name}\` is not known: [parameters('actions')]`,
    });
  });

  it('has no permissions when they are not known as a whole', () => {
    expect(readRoleDefinition({ roleName: 'r', permissions: unknown })).toHaveProperty('problem');
    expect(readRoleDefinition(unknown)).toEqual({ problem: 'it is no object' });
  });

  it('has limits', () => {
    const actions = Array.from({ length: 10_001 }, (_, index) => `Contoso.Shop/things${index}/read`);
    expect(readRoleDefinition({ permissions: [{ actions }] })).toEqual({
      problem: '`actions` has over 10000 entries',
    });
    expect(readRoleDefinition({ permissions: [{ actions: ['a'.repeat(2_000)] }] })).toEqual({
      problem: `\`${'a'.repeat(100)}\` in \`actions\` is no pattern of actions`,
    });
  });
});
