/** The tenant of every generated estate. */
export const tenantId = '00000000-0000-0000-0000-000000000000';

const kinds = {
  subscription: 0,
  assignment: 1,
  person: 2,
  team: 3,
  workload: 4,
  client: 5,
  machine: 6,
} as const;

/** A GUID that nobody can take for a real one: zeros, what it is for, and a number. */
export function generatedGuid(kind: keyof typeof kinds, number: number): string {
  return `00000000-0000-0000-000${kinds[kind]}-${String(number).padStart(12, '0')}`;
}

/** The id of a management group. */
export function managementGroupId(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}

const dayMs = 24 * 60 * 60 * 1000;

/** A moment some days after `now` (before, when negative), in ISO 8601 as Azure writes it. */
export function daysAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * dayMs).toISOString();
}
