import type { Value } from '../../kernel/index.ts';
import { type RoleAssignment, roleGuid } from '../assignment/index.ts';
import { fieldAt, objectsAt, textAt } from './field.ts';
import { type ObjectPlace, scopeOfExtension } from './read-role-assignment.ts';

/** A delegation of Azure Lighthouse: at a scope, what a definition says. */
export interface Delegation {
  readonly scope: string;
  readonly definitionId: string;
  /** The definition, where the answer has it in it. */
  readonly definition: Value | undefined;
}

/** A registration assignment (learn.microsoft.com/rest/api/managedservices). */
export function readDelegation(body: Value, id: string): Delegation | undefined {
  const definitionId = textAt(body, 'properties', 'registrationDefinitionId');
  const definition = fieldAt(body, 'properties', 'registrationDefinition');
  if (definitionId === undefined && definition === undefined) return undefined;
  return {
    scope: scopeOfExtension(id),
    definitionId: definitionId ?? textAt(definition, 'id') ?? '',
    definition,
  };
}

/** What a registration definition gives to principals of the managing tenant at a scope. */
export function delegatedAssignments(
  definition: Value,
  scope: string,
  { id, file }: ObjectPlace,
): readonly RoleAssignment[] {
  const properties = fieldAt(definition, 'properties') ?? definition;
  return (['authorizations', 'eligibleAuthorizations'] as const).flatMap((list) =>
    objectsAt(properties, list).flatMap((one): RoleAssignment | readonly [] => {
      const role = textAt(one, 'roleDefinitionId');
      const principalId = textAt(one, 'principalId');
      if (role === undefined || principalId === undefined) return [];
      return {
        realm: 'azure',
        kind: list === 'authorizations' ? 'delegated' : 'delegatedEligible',
        id,
        scope,
        role: roleGuid(role),
        principalId,
        principalType: '',
        file,
      };
    }),
  );
}
