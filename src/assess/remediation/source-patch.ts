import {
  type ArrayNode,
  isKnown,
  type ObjectNode,
  type Origin,
  type Place,
  parseJson,
  placeOf,
  plainValue,
  propertyNode,
  type Span,
  spanOf,
  type Value,
} from '../../kernel/index.ts';
import { deepEquals, isExpression, locate, type ResourceInstance } from '../../template/index.ts';
import { addItems, addProperties, removeParts, replaceNode } from './json-edit.ts';
import { owningObject, walk } from './owning-object.ts';
import { type PropertyChange, written } from './property-change.ts';
import type { TextEdit } from './text-edit.ts';

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

/** Finds for each change of a resource the literal that owns the value, through parameters, parameter files and variables, and how to edit it. */
export function sourcePatch(changes: readonly PropertyChange[], instance: ResourceInstance): SourcePatch {
  const declaration = new DeclarationEdits(instance);
  const edits: TextEdit[] = [];
  const places = changes.map((change) => {
    const isReplaced = change.before !== undefined && change.after !== undefined;
    if (!isReplaced) return declared(change, instance, declaration);
    const { edit, ...place } = replacement(change, change.after, instance);
    if (edit !== undefined) edits.push(edit);
    return place;
  });
  return { places, edits: [...edits, ...declaration.edits()] };
}

/** A value that is there is replaced where it is written: the literal must be the value that the resource has. */
function replacement(
  change: PropertyChange,
  after: Value,
  instance: ResourceInstance,
): SourceChange & { readonly edit?: TextEdit } {
  const { exact, owner, origins } = locate(instance, change.path);
  const literal = exact ? literalAt(owner) : undefined;
  const isOwner =
    literal !== undefined &&
    change.before !== undefined &&
    sameValue(literal, change.before) &&
    isKnown(after);
  const base = { change, place: placeOf(owner), origins };
  if (!isOwner) return { ...base, isEdited: false, note: 'the value is computed: change the expression' };
  const note = sharingNote(instance, origins);
  return { ...base, isEdited: true, note, edit: replaceNode(owner, after) };
}

/** The plain value of a span; `undefined` for an expression, or for what holds one. */
function literalAt({ source, start, end }: Span): Value | undefined {
  const { root, diagnostics } = parseJson(source.path, source.text.slice(start, end));
  if (root === undefined || diagnostics.length > 0) return undefined;
  const value = plainValue(root);
  return holdsExpression(value) ? undefined : value;
}

function holdsExpression(value: Value): boolean {
  if (typeof value === 'string') return isExpression(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => holdsExpression(part as Value));
}

function sameValue(literal: Value, value: Value): boolean {
  return deepEquals(literal, value) === true;
}

/** What is added or taken away. Parts of one object are edited together. */
class DeclarationEdits {
  readonly #instance: ResourceInstance;
  readonly #nodes = new Map<string, EditedNode>();

  constructor(instance: ResourceInstance) {
    this.#instance = instance;
  }

  /** Notes a change; answers the node that it is made in, `undefined` where there is none to edit. */
  add({ path, after }: PropertyChange): ObjectNode | ArrayNode | undefined {
    return after === undefined ? this.#remove(path) : this.#put(path, after);
  }

  #put(path: PropertyChange['path'], after: Value): ObjectNode | ArrayNode | undefined {
    const owner = owningObject(this.#instance, path);
    const step = owner === undefined ? undefined : path[owner.depth];
    if (owner === undefined || step === undefined || !isKnown(after)) return undefined;
    if ((owner.node.kind === 'array') !== (typeof step === 'number')) return undefined;
    const { added } = this.#edited(owner.node);
    added.set(step, written(added.get(step), path, owner.depth + 1, after));
    return owner.node;
  }

  #remove(path: PropertyChange['path']): ObjectNode | ArrayNode | undefined {
    const node = walk(this.#instance.node, path.slice(0, -1));
    const last = path.at(-1);
    if (node === undefined || node.kind === 'scalar' || last === undefined) return undefined;
    const property = node.kind === 'object' ? propertyNode(node, String(last)) : undefined;
    const position = node.kind === 'array' ? Number(last) : property && node.properties.indexOf(property);
    const isThere = position !== undefined && (node.kind === 'object' || position < node.items.length);
    if (!isThere) return undefined;
    this.#edited(node).removed.add(position);
    return node;
  }

  #edited(node: ObjectNode | ArrayNode): EditedNode {
    const key = `${node.source.path} ${node.start}`;
    const known = this.#nodes.get(key) ?? { node, added: new Map(), removed: new Set() };
    this.#nodes.set(key, known);
    return known;
  }

  edits(): TextEdit[] {
    return [...this.#nodes.values()].flatMap(({ node, added, removed }) => {
      const removals = removed.size === 0 ? [] : removeParts(node, removed);
      if (added.size === 0) return removals;
      const addition =
        node.kind === 'array'
          ? addItems(node, [...added.values()])
          : addProperties(node, new Map([...added].map(([name, value]) => [String(name), value])));
      return [...removals, addition];
    });
  }
}

interface EditedNode {
  readonly node: ObjectNode | ArrayNode;
  readonly added: Map<string | number, Value>;
  /** Positions. */
  readonly removed: Set<number>;
}

function declared(change: PropertyChange, instance: ResourceInstance, edits: DeclarationEdits): SourceChange {
  const { origins, place } = locate(instance, change.path);
  const node = edits.add(change);
  if (node === undefined) {
    const note = 'the object around it is computed: change the expression';
    return { change, place, origins, isEdited: false, note };
  }
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
