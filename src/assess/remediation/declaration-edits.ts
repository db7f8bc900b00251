import {
  type ArrayNode,
  isKnown,
  type ObjectNode,
  propertyNode,
  type TextEdit,
  type Value,
} from '../../kernel/index.ts';
import type { ResourceInstance } from '../../template/index.ts';
import { editLanguageOf } from './edit-language.ts';
import { owningObject, walk } from './owning-object.ts';
import { type PropertyChange, written } from './property-change.ts';

/** What is added to the objects and arrays of a resource's declaration, or taken away. Parts of one are edited together. */
export class DeclarationEdits {
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
    const { node, added } = this.#edited(owner.node);
    added.set(step, written(added.get(step), path, owner.depth + 1, after));
    return node;
  }

  #remove(path: PropertyChange['path']): ObjectNode | ArrayNode | undefined {
    const node = walk(this.#instance.node, path.slice(0, -1));
    const last = path.at(-1);
    if (node === undefined || node.kind === 'scalar' || last === undefined) return undefined;
    const property = node.kind === 'object' ? propertyNode(node, String(last)) : undefined;
    const position = node.kind === 'array' ? Number(last) : property && node.properties.indexOf(property);
    const isThere = position !== undefined && (node.kind === 'object' || position < node.items.length);
    if (!isThere) return undefined;
    const edited = this.#edited(node);
    edited.removed.add(position);
    return edited.node;
  }

  #edited(node: ObjectNode | ArrayNode): EditedNode {
    const key = `${node.source.path} ${node.start}`;
    const known = this.#nodes.get(key) ?? { node, added: new Map(), removed: new Set() };
    this.#nodes.set(key, known);
    return known;
  }

  /** The edits, and the nodes in which they cannot be made. */
  finish(): { readonly edits: readonly TextEdit[]; readonly refused: ReadonlySet<ObjectNode | ArrayNode> } {
    const edits: TextEdit[] = [];
    const refused = new Set<ObjectNode | ArrayNode>();
    for (const { node, added, removed } of this.#nodes.values()) {
      const made = editLanguageOf(node.source).editParts(node, [...added], removed);
      if (made === undefined) refused.add(node);
      else edits.push(...made);
    }
    return { edits, refused };
  }
}

interface EditedNode {
  readonly node: ObjectNode | ArrayNode;
  readonly added: Map<string | number, Value>;
  /** Positions. */
  readonly removed: Set<number>;
}
