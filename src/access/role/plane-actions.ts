import type { ActionSet } from '../pattern/index.ts';
import type { Plane } from './role-definition.ts';

/** Actions of both planes. */
export interface PlaneActions {
  readonly control: ActionSet;
  readonly data: ActionSet;
}

/** Actions of both planes, computed one after the other. */
export function onEachPlane(compute: (plane: Plane) => ActionSet): PlaneActions {
  return { control: compute('control'), data: compute('data') };
}

/** Whether there is no action in either plane. */
export function isNoAction({ control, data }: PlaneActions): boolean {
  return control.isEmpty && data.isEmpty;
}
