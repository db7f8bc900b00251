import {
  editedText,
  indentOf,
  indentUnitOf,
  isKnown,
  lineEndOf,
  type TextEdit,
  type Value,
} from '../../kernel/index.ts';
import { parseBicep } from '../syntax/parse-bicep.ts';
import type { SyntaxRange } from '../syntax/syntax-range.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import { ContainerChanges } from './container-changes.ts';
import { literalNode } from './literal-node.ts';
import { mergeValue } from './merge-value.ts';
import { printValue } from './print-value.ts';
import { mustBeInline } from './value-layout.ts';
import { containerAt, valueAt } from './written-value.ts';

/** A change of a file, `at` being the range of a value that stands in it. */
export type BicepEdit =
  /** Another value where a plain one stands. */
  | { readonly kind: 'replace'; readonly at: SyntaxRange; readonly value: Value }
  /** A property of the object there, with the objects around it that are missing. */
  | {
      readonly kind: 'set';
      readonly at: SyntaxRange;
      readonly path: readonly string[];
      readonly value: Value;
    }
  /** Takes a property out of the object there, or an item out of an array in it. */
  | { readonly kind: 'remove'; readonly at: SyntaxRange; readonly path: readonly (string | number)[] }
  /** Items at the end of the array there. */
  | { readonly kind: 'append'; readonly at: SyntaxRange; readonly values: readonly Value[] };

/** The edits that make a change, or half a sentence that says why there are none. */
export type EditedBicep = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/**
 * How to make changes in a .bicep or .bicepparam file: comments, indentation, line ends and everything that is not about them stay as they are. Refuses to touch a value that is
 * computed, and what could not be read again without new mistakes.
 */
export function bicepEdit(tree: SyntaxTree, edits: BicepEdit | readonly BicepEdit[]): EditedBicep {
  const editor = new BicepEditor(tree);
  for (const edit of Array.isArray(edits) ? (edits as readonly BicepEdit[]) : [edits as BicepEdit]) {
    const problem = editor.add(edit);
    if (problem !== undefined) return { problem };
  }
  const made = editor.edits();
  const { path } = tree.source;
  const { diagnostics } = parseBicep(path, editedText(tree.source, made));
  return diagnostics.length > tree.diagnostics.length
    ? { problem: 'the file could not be read afterwards' }
    : { edits: made };
}

const computed = 'the value is computed: change the expression';
const unknownValue = 'the value is not known';

class BicepEditor {
  readonly #tree: SyntaxTree;
  readonly #containers: ContainerChanges;
  readonly #replaced: TextEdit[] = [];

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
    this.#containers = new ContainerChanges(tree);
  }

  /** Takes up a change; answers why it cannot be made. */
  add(edit: BicepEdit): string | undefined {
    switch (edit.kind) {
      case 'replace':
        return this.#replace(edit.at, edit.value);
      case 'set':
        return this.#set(edit.at, edit.path, edit.value);
      case 'remove':
        return this.#remove(edit.at, edit.path);
      case 'append':
        return this.#append(edit.at, edit.values);
      default:
        return edit satisfies never;
    }
  }

  edits(): readonly TextEdit[] {
    return [...this.#replaced, ...this.#containers.edits()];
  }

  #replace(at: SyntaxRange, value: Value): string | undefined {
    if (!isKnown(value)) return unknownValue;
    const { source } = this.#tree;
    const found = valueAt(this.#tree, at);
    const literal = found === undefined ? undefined : literalNode(source, found.node);
    if (found === undefined || literal === undefined) return computed;
    const merged = mergeValue(literal, value);
    if (merged === undefined) return this.#put(at, value);
    for (const part of merged) {
      const problem = part.kind === 'replace' ? this.#put(part.at, part.value) : this.add(part);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** Writes a value over another, comments in it included: where there are some it is not done. */
  #put(at: SyntaxRange, value: Value): string | undefined {
    const { source, tokens } = this.#tree;
    const found = valueAt(this.#tree, at);
    if (found === undefined) return computed;
    const { start, end } = at;
    if (tokens.some((token) => token.kind === 'comment' && token.start >= start && token.end <= end))
      return 'comments in the value would be lost';
    const indent = mustBeInline(source.text, found.parents) ? undefined : indentOf(source.text, start);
    const layout = { indent, unit: indentUnitOf(source.text), lineEnd: lineEndOf(source.text) };
    this.#replaced.push({ source, start, end, text: printValue(value, layout) });
    return undefined;
  }

  #set(at: SyntaxRange, path: readonly string[], value: Value): string | undefined {
    if (!isKnown(value)) return unknownValue;
    const [name, ...rest] = path;
    const object = containerAt(this.#tree, at);
    if (object === undefined || object.node.kind !== 'object' || name === undefined) return computed;
    const present = this.#containers.property(object.node, name);
    if (present === undefined) return this.#containers.addProperty(object, path, value);
    return rest.length === 0 ? this.#replace(present.value, value) : this.#set(present.value, rest, value);
  }

  #remove(at: SyntaxRange, path: readonly (string | number)[]): string | undefined {
    const [step, ...rest] = path;
    const container = containerAt(this.#tree, at);
    if (container === undefined || step === undefined) return computed;
    const position = this.#containers.position(container.node, step);
    if (position === undefined) return `there is no \`${step}\``;
    const value = this.#containers.valueOf(container.node, position);
    if (value === undefined) return computed;
    if (rest.length > 0) return this.#remove(value, rest);
    // What an expression gives for one deployment must not be taken from the others.
    const isWritten =
      value.kind === 'object' ||
      value.kind === 'array' ||
      literalNode(this.#tree.source, value) !== undefined;
    return isWritten ? this.#containers.remove(container, position) : computed;
  }

  #append(at: SyntaxRange, values: readonly Value[]): string | undefined {
    if (!values.every(isKnown)) return unknownValue;
    const array = containerAt(this.#tree, at);
    if (array === undefined || array.node.kind !== 'array') return computed;
    return this.#containers.addItems(array, values);
  }
}
