import type { ConditionFacts } from '../condition/index.ts';
import { grantOfAction, type Plane, type RoleDefinition } from '../role/index.ts';
import { type AccessTruth, allOf, anyOf, no, unseen, yes } from './access-truth.ts';
import type { RoleAssignment } from './assignment.ts';
import { conditionTruth } from './condition-truth.ts';
import type { RoleTable } from './role-table.ts';

/** A condition that takes part in a grant, and what came of it. */
export interface ConditionStep {
  readonly of: 'role' | 'assignment';
  /** The position of the permission object that has it; absent for the condition of an assignment. */
  readonly permission?: number | undefined;
  readonly text: string;
  readonly truth: AccessTruth;
}

/** Whether an assignment gives an action, whoever has it. */
export interface GrantCheck {
  /** `no` when its role does not have the action or a condition fails. */
  readonly truth: AccessTruth;
  /** Whether the role has the action at all, or could: its definition was not seen. */
  readonly isRelevant: boolean;
  readonly role: RoleDefinition | undefined;
  /** The permission objects of the role that have the action. */
  readonly permissions: readonly number[];
  readonly conditions: readonly ConditionStep[];
}

/** An action that is asked about. */
export interface AskedAction {
  readonly action: string;
  readonly plane: Plane;
  /** What is known for conditions. */
  readonly facts: ConditionFacts;
}

/** Checks whether assignments give one action; the answer of a role is computed once. */
export class GrantChecker {
  readonly #roles: RoleTable;
  readonly #asked: AskedAction;
  readonly #known = new Map<string, Omit<GrantCheck, 'isRelevant'>>();

  constructor(roles: RoleTable, asked: AskedAction) {
    this.#roles = roles;
    this.#asked = asked;
  }

  /** The permission object's condition and the assignment's have both to be met (articles/role-based-access-control/conditions-overview.md). */
  check(assignment: RoleAssignment): GrantCheck {
    const ofRole = this.#checkRole(assignment.role);
    if (ofRole.truth.kind === 'no' || assignment.condition === undefined)
      return { ...ofRole, isRelevant: ofRole.role === undefined || ofRole.permissions.length > 0 };
    const { text } = assignment.condition;
    const truth = conditionTruth(assignment.condition, this.#asked.facts, assignment.id);
    return {
      ...ofRole,
      truth: allOf([ofRole.truth, truth]),
      isRelevant: true,
      conditions: [...ofRole.conditions, { of: 'assignment', text, truth }],
    };
  }

  #checkRole(guid: string): Omit<GrantCheck, 'isRelevant'> {
    let check = this.#known.get(guid);
    if (check === undefined) {
      check = this.#compute(guid);
      this.#known.set(guid, check);
    }
    return check;
  }

  #compute(guid: string): Omit<GrantCheck, 'isRelevant'> {
    const role = this.#roles.find(guid);
    if (role === undefined) {
      const problem = this.#roles.problemOf(guid);
      const what =
        problem === undefined
          ? `the definition of role ${guid} was not seen`
          : `the definition of role ${guid} cannot be read: ${problem}`;
      const truth = unseen({ source: 'roleDefinitions', what, about: guid });
      return { truth, role, permissions: [], conditions: [] };
    }
    const { action, plane, facts } = this.#asked;
    const { granted, permissions } = grantOfAction(role, action, plane);
    if (granted === 'never') return { truth: no, role, permissions, conditions: [] };
    const conditions = permissions.flatMap((permission): ConditionStep[] => {
      const condition = role.permissions[permission]?.condition;
      if (condition === undefined) return [];
      const truth = conditionTruth(condition, facts, role.id);
      return [{ of: 'role', permission, text: condition.text, truth }];
    });
    const truth = granted === 'always' ? yes : anyOf(conditions.map((step) => step.truth));
    return { truth, role, permissions, conditions };
  }
}
