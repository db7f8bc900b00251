import { fold, type Value, type ValueObject } from '../../kernel/index.ts';
import type { AliasTable } from '../../policy/index.ts';
import type { NamedValues } from './named-values.ts';
import { changeAt, hasRoomAt, type PropertyChange, type PropertyPath } from './property-change.ts';
import { type Standing, standingOf } from './property-standing.ts';
import { meantCostMax, type WantedValue } from './wanted-values.ts';

/** One change that a search may try. */
export interface Edit {
  readonly change: PropertyChange;
  /** Lower is tried first. */
  readonly cost: number;
  /**
   * - 0: a value that the policy names, its well-known opposite, or one of the right form
   * - 1: any other value, a removal, a tag that the policy is not about
   * - 2: what makes it another resource: its name, location or kind
   */
  readonly tier: EditTier;
}

export type EditTier = 0 | 1 | 2;

/** Where edits are looked for. */
export interface EditScene {
  readonly body: ValueObject;
  readonly type: string;
  readonly apiVersion: string | undefined;
  readonly aliases: AliasTable;
  readonly names: NamedValues;
  /** A resource that is not there yet may get any name and place. */
  readonly isNew: boolean;
  /** The counted member that is looked at. */
  readonly member?: PropertyPath | undefined;
}

const placeholderNote = 'a placeholder: put in the value that is right here';
const removalNote = 'the policy names no other value; where Azure requires one, choose it';
export const memberNote: string = 'the whole member is removed: make sure that nothing needs it';
const endpointNote =
  'Azure writes it when a private endpoint to the resource is made and approved: that is what to do';
const anewNote = 'it cannot be changed in place: the resource has to be made anew';

/** The edit that puts a wanted value at a path; `undefined` where nothing may be changed. `weight` says how well the condition tells what the policy is about. */
export function editOf(
  scene: EditScene,
  at: PropertyPath,
  wanted: WantedValue,
  weight: number,
): Edit | undefined {
  const path = [...at, ...(wanted.suffix ?? [])];
  const standing = standingOf(path, scene.isNew);
  if (standing.isFixed || !hasRoomAt(scene.body, path)) return undefined;
  if (standing.isNeeded && wanted.value === undefined) return undefined;
  if (standing.kind !== undefined && wanted.isPlaceholder) return undefined;
  const isTag = standing.root === 'tags';
  const note = standing.isIdentity ? anewNote : noteOf(path, wanted);
  return {
    change: changeAt(scene.body, path, isTag ? asTag(wanted.value) : wanted.value, note),
    cost: wanted.cost - weight / 2 + (isNowhere(standing.root, wanted) ? nowhereCost : 0),
    tier: tierOf(standing, wanted, scene),
  };
}

function tierOf({ isIdentity, kind, root }: Standing, { cost }: WantedValue, scene: EditScene): EditTier {
  if (isIdentity || (kind !== undefined && !scene.names.mentions(kind))) return 2;
  const isForeignTag = root === 'tags' && !scene.isNew && !scene.names.mentions('tag');
  return cost > meantCostMax || isForeignTag ? 1 : 0;
}

const nowhereCost = 20;

/** `global` is no place: rules name it to leave out what has none. */
function isNowhere(root: string, { value }: WantedValue): boolean {
  return root === 'location' && typeof value === 'string' && fold(value) === 'global';
}

/** Tags are texts. */
function asTag(value: Value | undefined): Value | undefined {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

function noteOf(path: PropertyPath, { value, isPlaceholder, isAsked }: WantedValue): string | undefined {
  if (path.some((step) => step === 'privateEndpointConnections') && value !== undefined) return endpointNote;
  if (isPlaceholder) return placeholderNote;
  if (value !== undefined || isAsked) return undefined;
  return typeof path.at(-1) === 'number' ? memberNote : removalNote;
}
