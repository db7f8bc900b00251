import type { ValueObject } from '../../kernel/index.ts';
import type { ActivationRule } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { RoleDefinition } from '../role/index.ts';

/** A resource that an escalation may lead over: ARM-shaped, with `identity`, `tags` and `properties` in its body. */
export interface GroundResource {
  readonly id: string;
  readonly type: string;
  readonly body: ValueObject;
}

/** A membership in a group that PIM gives on activation, or the ownership, by which one makes oneself a member. Object ids. */
export interface EligibleMember {
  readonly id: string;
  readonly group: string;
  readonly member: string;
  /** ISO 8601. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** Absent when the rule was not seen. */
  readonly rule?: ActivationRule | undefined;
}

/** All that escalations are looked for in. */
export interface EscalationGround {
  readonly model: AccessModel;
  readonly resources: readonly GroundResource[];
  /** What could be assigned besides the custom roles of the model. */
  readonly builtInRoles: readonly RoleDefinition[];
  /** The name of an app role, such as `Application.ReadWrite.All`, by the application that offers it (where that is known) and the GUID. */
  readonly appRoleName: (appId: string | undefined, appRoleId: string) => string | undefined;
  readonly eligibleMembers: readonly EligibleMember[];
}
