import type { Value, ValueObject } from '../kernel/index.ts';
import type { ScopeTree } from './scope-tree.ts';

/** A resource of an estate, ARM-shaped: id, type, name, location, tags, properties ... */
export interface EstateResource {
  /** As the source spells it. */
  readonly id: string;
  readonly type: string;
  /** The full name, parents included: `hub/apps`. */
  readonly name: string;
  readonly body: ValueObject;
  /** The file it was read from, as people see it. */
  readonly file: string;
}

/** The kinds of governance objects that decide which policy is in force where. */
export type GovernanceKind =
  | 'assignment'
  | 'definition'
  | 'initiative'
  | 'exemption'
  | 'enrollment'
  | 'attestation';

/** A governance object as the estate holds it: an Azure resource with `properties`. */
export interface GovernanceItem {
  readonly kind: GovernanceKind;
  readonly id: string;
  readonly body: ValueObject;
  readonly file: string;
}

/** An identity, role assignment or other directory object, kept as it is for the rooms that read it. */
export interface EstateObject {
  /** The type as the source names it: `Microsoft.Authorization/roleAssignments`, `microsoft.graph.user`, `AZUser` ... */
  readonly type: string;
  readonly id: string;
  readonly body: Value;
  readonly file: string;
}

/** An estate at a moment. Scopes, governance and identities are held; resources are streamed as often as they are asked for. */
export interface Estate {
  /** As people see it: the folder it was read from. */
  readonly name: string;
  readonly scopes: ScopeTree;
  readonly governance: readonly GovernanceItem[];
  readonly objects: readonly EstateObject[];
  /** Resources in batches, in the order of the files. A resource that is given more than once comes once, the last one read. */
  resources(): AsyncIterable<readonly EstateResource[]>;
  /** How many resources there are of each (folded) type. */
  readonly resourceCounts: ReadonlyMap<string, number>;
  /** How many resources there are in each subscription or, outside of those, management group and the tenant (`/`), by the folded id. */
  readonly scopeCounts: ReadonlyMap<string, number>;
}
