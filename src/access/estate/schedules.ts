import { fold } from '../../kernel/index.ts';
import type { RoleAssignment } from '../assignment/index.ts';

/** An instance of a schedule, and the role assignment that Azure made for it. */
export interface ScheduleInstance {
  readonly assignment: RoleAssignment;
  readonly origin: string | undefined;
}

/**
 * Role assignments with what their schedules say of them: since when, until when, and whether they were activated. An active instance of which no
 * role assignment was read stands for it.
 */
export function withSchedules(
  assignments: readonly RoleAssignment[],
  schedules: readonly ScheduleInstance[],
): readonly RoleAssignment[] {
  const byOrigin = new Map<string, RoleAssignment>();
  const others: RoleAssignment[] = [];
  const ids = new Set(assignments.map(({ id }) => fold(id)));
  for (const { assignment, origin } of schedules) {
    if (assignment.kind !== 'eligible' && origin !== undefined && ids.has(fold(origin)))
      byOrigin.set(fold(origin), assignment);
    else others.push(assignment);
  }
  return [
    ...assignments.map((one) => {
      const schedule = byOrigin.get(fold(one.id));
      if (schedule === undefined) return one;
      const { kind, start, end, activatedFrom } = schedule;
      return { ...one, kind, start, end, activatedFrom };
    }),
    ...others,
  ];
}
