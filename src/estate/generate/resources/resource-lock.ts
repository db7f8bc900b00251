import type { ValueObject } from '../../../kernel/index.ts';
import { has, type Place } from '../place.ts';
import { extensionOf, idOf } from '../resource-row.ts';

/** The lock of a shared service; none where the weakness is planted. */
export function resourceLock(place: Place, resource: ValueObject): ValueObject[] {
  if (has(place, 'no-lock')) return [];
  const notes = 'Shared by many workloads';
  return [
    extensionOf(idOf(resource), 'Microsoft.Authorization/locks', 'do-not-delete', {
      level: 'CanNotDelete',
      notes,
    }),
  ];
}
