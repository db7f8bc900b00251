import {
  type ArrayNode,
  isKnown,
  type ObjectNode,
  type Origin,
  overlap,
  type Place,
  placeOf,
  plainValue,
  spanOf,
  type TextEdit,
  type Value,
} from '../../kernel/index.ts';
import { deepEquals, isOwnCode, locate, type ResourceInstance } from '../../template/index.ts';
import { DeclarationEdits } from './declaration-edits.ts';
import { editLanguageOf } from './edit-language.ts';
import type { PropertyChange } from './property-change.ts';

/** Where a change of a resource is made in the code that declares it. */
export interface SourceChange {
  readonly change: PropertyChange;
  /** The line to look at: of the literal that owns the value, or of the nearest thing that is there. */
  readonly place: Place;
  /** Where the value comes from, nearest first. */
  readonly origins: readonly Origin[];
  /** Whether an edit of the patch makes it; not where no plain literal owns the value. */
  readonly isEdited: boolean;
  /** What else depends on the line, or why there is no edit. */
  readonly note: string | undefined;
}

/** The changes of a resource as edits of the code that declares it. */
export interface SourcePatch {
  readonly places: readonly SourceChange[];
  /** They do not overlap. */
  readonly edits: readonly TextEdit[];
}

const computed = 'the value is computed: change the expression';
const inModule =
  'a module of a registry has it: take a version or parameter of the module that makes it right';
const computedAround = 'the object around it is computed: change the expression';

/** Finds for each change of a resource the literal that owns the value, through parameters, parameter files and variables, and how to edit it. */
export function sourcePatch(changes: readonly PropertyChange[], instance: ResourceInstance): SourcePatch {
  const declaration = new DeclarationEdits(instance);
  const edits: TextEdit[] = [];
  const placed = changes.map((change) => {
    const elsewhere = inModuleOfRegistry(change, instance);
    if (elsewhere !== undefined) return elsewhere;
    const isReplaced = change.before !== undefined && change.after !== undefined;
    if (!isReplaced) return declared(change, instance, declaration);
    const { made, ...place } = replacement(change, change.after, instance);
    if (!made.every((edit) => addOnce(edits, edit))) return { ...place, isEdited: false, note: computed };
    return place;
  });
  const { edits: ofObjects, refused } = declaration.finish();
  const places = placed.map(
    ({ node, ...place }: SourceChange & { readonly node?: ObjectNode | ArrayNode }) =>
      node !== undefined && refused.has(node) ? { ...place, isEdited: false, note: computedAround } : place,
  );
  return { places, edits: [...edits, ...ofObjects] };
}

/** Adds an edit unless it is there; `false` where another one changes the same characters. */
function addOnce(edits: TextEdit[], edit: TextEdit): boolean {
  const other = edits.find((one) => overlap(one, edit));
  if (other === undefined) edits.push(edit);
  return (
    other === undefined || (other.start === edit.start && other.end === edit.end && other.text === edit.text)
  );
}

/** What a module of a registry says itself is not changed here. */
function inModuleOfRegistry(change: PropertyChange, instance: ResourceInstance): SourceChange | undefined {
  const { owner, place, origins } = locate(instance, change.path);
  return isOwnCode(owner) ? undefined : { change, place, origins, isEdited: false, note: inModule };
}

/** A value that is there is replaced where it is written: the literal must be the value that the resource has. */
function replacement(
  change: PropertyChange,
  after: Value,
  instance: ResourceInstance,
): SourceChange & { readonly made: readonly TextEdit[] } {
  const { exact, owner, origins } = locate(instance, change.path);
  const language = editLanguageOf(owner.source);
  const literal = exact ? language.literalAt(owner) : undefined;
  const isOwner =
    literal !== undefined &&
    change.before !== undefined &&
    deepEquals(plainValue(literal), change.before) === true &&
    isKnown(after);
  const made = isOwner ? language.replace(owner, after) : undefined;
  const base = { change, place: placeOf(owner), origins };
  if (made === undefined) return { ...base, isEdited: false, note: computed, made: [] };
  return { ...base, isEdited: true, note: sharingNote(instance, origins), made };
}

function declared(
  change: PropertyChange,
  instance: ResourceInstance,
  edits: DeclarationEdits,
): SourceChange & { readonly node?: ObjectNode | ArrayNode } {
  const { origins, place } = locate(instance, change.path);
  const node = edits.add(change);
  if (node === undefined) return { change, place, origins, isEdited: false, note: computedAround };
  const isHere =
    node.start >= instance.node.start &&
    node.end <= instance.node.end &&
    node.source === instance.node.source;
  const note = sharingNote(instance, isHere ? [] : origins);
  return {
    change,
    place: change.after === undefined ? place : placeOf(spanOf(node)),
    origins,
    isEdited: true,
    note,
    node,
  };
}

/** What else changes with the line. */
function sharingNote(instance: ResourceInstance, origins: readonly Origin[]): string | undefined {
  const shared = origins.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  const notes = [
    ...(shared === '' ? [] : [`it is the value of ${shared}: everything that uses it changes`]),
    ...(instance.copyIndex === undefined ? [] : ['every resource of the loop changes']),
  ];
  return notes.length === 0 ? undefined : notes.join('; ');
}
