/** What a principal may do with the data of a vault that works by access policies. */
export interface VaultPolicy {
  readonly principalId: string;
  /** The application that the principal must act through. */
  readonly applicationId?: string | undefined;
  /** Data actions as roles name them, as far as they are known. */
  readonly dataActions: readonly string[];
}

/** How a key vault decides on its data. */
export interface VaultAccess {
  readonly id: string;
  /** `roles`: by role assignments; `policies`: by access policies, and role assignments for data do not count. */
  readonly by: 'roles' | 'policies';
  readonly policies: readonly VaultPolicy[];
}

/** A way to the data of a resource that no role for the data is needed for: keys that an action of the control plane gives out. */
export interface KeyAccess {
  readonly id: string;
  /** The property that closes this way, and its value. */
  readonly setting: string;
  /** The actions that give out the keys. */
  readonly actions: readonly string[];
}

/** What resources themselves say of access. */
export interface ResourceAccess {
  /** By the folded id of the vault. */
  readonly vaults: ReadonlyMap<string, VaultAccess>;
  /** By the folded id of the resource; only where the way is open. */
  readonly keys: ReadonlyMap<string, KeyAccess>;
  /** Folded ids of resources of these types that were read without properties: what they allow is not known. */
  readonly bare: ReadonlySet<string>;
}
