import {
  editList,
  fold,
  indentUnitOf,
  isObject,
  lineEndOf,
  type PrintElement,
  type TextEdit,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';
import type { ArraySyntax, ExpressionSyntax } from '../syntax/expression-syntax.ts';
import { keyText, type ObjectSyntax, type PropertySyntax } from '../syntax/object-syntax.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import { printProperty, printValue, type ValueLayout } from './print-value.ts';
import { mustBeInline } from './value-layout.ts';
import type { PlacedNode } from './written-value.ts';

type Container = ObjectSyntax | ArraySyntax;

interface ContainerChange {
  readonly placed: PlacedNode<Container>;
  readonly removed: Set<number>;
  readonly properties: Map<string, Value>;
  readonly items: Value[];
}

/** What is added to the objects and arrays of a file and taken out of them: the changes of one are made together. */
export class ContainerChanges {
  readonly #tree: SyntaxTree;
  readonly #changes = new Map<Container, ContainerChange>();

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  /** The last property of a name; one that differs in case only is the same to Azure. */
  property(object: ObjectSyntax, name: string): PropertySyntax | undefined {
    const wanted = fold(name);
    const named = object.members.filter(
      (member): member is PropertySyntax =>
        member.kind === 'property' &&
        fold(keyText(member.key) ?? '') === wanted &&
        keyText(member.key) !== undefined,
    );
    return named.findLast(({ key }) => keyText(key) === name) ?? named.at(-1);
  }

  /** Where a property stands in an object, or an item in an array. */
  position(container: Container, step: string | number): number | undefined {
    if (container.kind === 'array')
      return typeof step === 'number' && step < container.items.length ? step : undefined;
    const property = this.property(container, String(step));
    return property === undefined ? undefined : container.members.indexOf(property);
  }

  valueOf(container: Container, position: number): ExpressionSyntax | undefined {
    if (container.kind === 'object') {
      const member = container.members[position];
      return member?.kind === 'property' ? member.value : undefined;
    }
    const item = container.items[position];
    return item?.kind === 'spread' ? undefined : item;
  }

  remove(placed: PlacedNode<Container>, position: number): undefined {
    this.#changeOf(placed).removed.add(position);
  }

  addItems(placed: PlacedNode<Container>, values: readonly Value[]): undefined {
    this.#changeOf(placed).items.push(...values);
  }

  /** Adds a property with those around it; several in one that is missing are put together. */
  addProperty(
    placed: PlacedNode<Container>,
    [name, ...rest]: readonly string[],
    value: Value,
  ): string | undefined {
    const { properties } = this.#changeOf(placed);
    const key = [...properties.keys()].find((one) => fold(one) === fold(name ?? '')) ?? name ?? '';
    const merged = nested(properties.get(key), rest, value);
    if (merged === undefined) return `\`${key}\` would be two things at once`;
    properties.set(key, merged);
    return undefined;
  }

  edits(): readonly TextEdit[] {
    return [...this.#changes.values()].flatMap((change) => this.#edit(change));
  }

  #changeOf(placed: PlacedNode<Container>): ContainerChange {
    const known = this.#changes.get(placed.node);
    if (known !== undefined) return known;
    const made = { placed, removed: new Set<number>(), properties: new Map<string, Value>(), items: [] };
    this.#changes.set(placed.node, made);
    return made;
  }

  #edit({ placed: { node, parents }, removed, properties, items }: ContainerChange): readonly TextEdit[] {
    const { source } = this.#tree;
    const layoutOf = (indent: string | undefined): ValueLayout => ({
      indent,
      unit: indentUnitOf(source.text),
      lineEnd: lineEndOf(source.text),
    });
    const added: PrintElement[] =
      node.kind === 'array'
        ? items.map((item) => (indent) => printValue(item, layoutOf(indent)))
        : [...properties].map(
            ([name, value]) =>
              (indent) =>
                printProperty(name, value, layoutOf(indent)),
          );
    const elements = node.kind === 'array' ? node.items : node.members;
    const { start, end } = node;
    const isInline = mustBeInline(source.text, parents);
    return editList({ source, start, end, elements, separators: 'lines', isInline }, { removed, added });
  }
}

function nested(present: Value | undefined, path: readonly string[], value: Value): Value | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return present === undefined ? value : undefined;
  if (present !== undefined && !isObject(present)) return undefined;
  const object: ValueObject = present ?? {};
  const inner = nested(object[name], rest, value);
  return inner === undefined || name === '__proto__' ? undefined : { ...object, [name]: inner };
}
