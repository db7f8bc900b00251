import { isInForce, type RoleAssignment, RoleTable } from '../assignment/index.ts';
import type { RoleDefinition } from '../role/index.ts';
import type { EscalationGround } from './escalation-ground.ts';
import type { EscalationNode } from './escalation-node.ts';

/** An assignment that an actor has, and the principal that it was given to: the actor itself or a group it is in. */
export interface Holding {
  readonly assignment: RoleAssignment;
  /** `undefined` for what the node itself stands for. */
  readonly holder: number | undefined;
}

/** Who acts in a step, with all that it has been given. */
export interface Actor {
  readonly node: EscalationNode;
  /** `undefined` when it is only known what the actor has, not who it is. */
  readonly principal: number | undefined;
  /** The actor and its groups, each with the one it was reached from. */
  readonly groups: ReadonlyMap<number, number>;
  readonly azure: readonly Holding[];
  readonly directory: readonly Holding[];
}

/** Stands for the role that has every action of both planes: who may assign any role has it. */
export const anyRole = '*';

const nothing: ReadonlyMap<number, number> = new Map();

const everyAction: RoleDefinition = {
  id: anyRole,
  name: anyRole,
  roleName: 'any role',
  type: 'custom',
  assignableScopes: ['/'],
  permissions: [{ actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }],
};

/** The role definitions of Azure with {@link anyRole} among them. */
export function withAnyRole(roles: RoleTable): RoleTable {
  return new RoleTable((guid) => (guid === anyRole ? everyAction : roles.find(guid)));
}

/** The actor of a node; `undefined` for nodes that nobody acts from. `at` is a moment in ISO 8601; without it that of the export. */
export function actorOf(node: EscalationNode, ground: EscalationGround, at?: string): Actor | undefined {
  switch (node.kind) {
    case 'principal':
      return principalActor(node, node.id, ground, at);
    case 'anyRole':
      return bareActor(node, [madeUp('azure', anyRole, node.id)], []);
    case 'role':
      return bareActor(node, [madeUp('azure', node.role, node.id)], []);
    case 'tenant':
      return bareActor(node, [], [madeUp('directory', anyRole, '/')]);
    default:
      return undefined;
  }
}

function principalActor(
  node: EscalationNode,
  id: string,
  { model: { principals, membership, azure, directory } }: EscalationGround,
  at: string | undefined,
): Actor | undefined {
  const principal = principals.positionOf(id);
  if (principal === undefined) return undefined;
  const groups = membership.groupsOf(principal);
  const inAzure: Holding[] = [];
  const inDirectory: Holding[] = [];
  for (const [holder, from] of groups) {
    for (const one of azure.of(holder)) inAzure.push({ assignment: azure.get(one), holder });
    // Groups that directory roles can be given to hold no other groups.
    if (from !== principal) continue;
    for (const one of directory.of(holder)) inDirectory.push({ assignment: directory.get(one), holder });
  }
  const inForce = ({ assignment }: Holding) => isInForce(assignment, at);
  return { node, principal, groups, azure: inAzure.filter(inForce), directory: inDirectory.filter(inForce) };
}

function bareActor(node: EscalationNode, azure: readonly Holding[], directory: readonly Holding[]): Actor {
  return { node, principal: undefined, groups: nothing, azure, directory };
}

function madeUp(realm: 'azure' | 'directory', role: string, scope: string): Holding {
  const assignment: RoleAssignment = {
    realm,
    kind: 'assigned',
    id: '',
    scope,
    role,
    principalId: '',
    principalType: '',
    file: '',
  };
  return { assignment, holder: undefined };
}
