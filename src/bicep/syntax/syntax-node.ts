import type { DeclarationSyntax, DecoratorSyntax, FunctionParameterSyntax } from './declaration-syntax.ts';
import type { ConditionalBodySyntax, ExpressionSyntax, SpreadSyntax } from './expression-syntax.ts';
import type { ImportItemSyntax, ImportListSyntax, WildcardImportSyntax } from './file-declaration-syntax.ts';
import type { PropertySyntax } from './object-syntax.ts';
import type { NameSyntax } from './syntax-range.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import type {
  AdditionalPropertiesSyntax,
  PropertyTypeSyntax,
  TupleItemSyntax,
  TypeSyntax,
} from './type-syntax.ts';

/** Any node of the tree, the file itself included. */
export type SyntaxNode =
  | SyntaxTree
  | DeclarationSyntax
  | DecoratorSyntax
  | FunctionParameterSyntax
  | ImportListSyntax
  | ImportItemSyntax
  | WildcardImportSyntax
  | ExpressionSyntax
  | ConditionalBodySyntax
  | SpreadSyntax
  | PropertySyntax
  | TypeSyntax
  | PropertyTypeSyntax
  | AdditionalPropertiesSyntax
  | TupleItemSyntax
  | NameSyntax;

type SyntaxKind = SyntaxNode['kind'];

type NodeOf<Kind extends SyntaxKind> = Extract<SyntaxNode, { kind: Kind }>;

/** The properties of a node that hold nodes. */
type ChildKey<Node> = {
  [Key in keyof Node]-?: NonNullable<Node[Key]> extends SyntaxNode | readonly SyntaxNode[] ? Key : never;
}[keyof Node];

/** Where each kind of node keeps its children, in the order of the file. */
const childKeys: { readonly [Kind in SyntaxKind]: readonly ChildKey<NodeOf<Kind>>[] } = {
  file: ['declarations'],
  targetScope: ['decorators', 'value'],
  metadata: ['decorators', 'name', 'value'],
  parameter: ['decorators', 'name', 'type', 'defaultValue'],
  variable: ['decorators', 'name', 'type', 'value'],
  resource: ['decorators', 'name', 'type', 'body'],
  module: ['decorators', 'name', 'path', 'body'],
  output: ['decorators', 'name', 'type', 'value'],
  type: ['decorators', 'name', 'value'],
  function: ['decorators', 'name', 'parameters', 'returnType', 'body'],
  functionParameter: ['name', 'type'],
  assert: ['decorators', 'name', 'value'],
  test: ['decorators', 'name', 'path', 'body'],
  import: ['decorators', 'imported', 'path'],
  importList: ['items'],
  importItem: ['name', 'alias'],
  wildcardImport: ['alias'],
  extension: ['decorators', 'specification', 'config', 'alias'],
  using: ['decorators', 'path', 'config'],
  extends: ['decorators', 'path'],
  parameterAssignment: ['decorators', 'name', 'value'],
  extensionConfig: ['decorators', 'alias', 'config'],
  decorator: ['expression'],
  unreadable: [],
  name: [],
  string: [],
  interpolation: ['expressions'],
  integer: [],
  boolean: [],
  null: [],
  object: ['members'],
  property: ['key', 'value'],
  spread: ['expression'],
  array: ['items'],
  for: ['item', 'index', 'collection', 'body'],
  if: ['condition', 'body'],
  reference: [],
  call: ['name', 'args'],
  methodCall: ['target', 'name', 'args'],
  member: ['target', 'name'],
  child: ['target', 'name'],
  index: ['target', 'index'],
  nonNull: ['target'],
  unary: ['operand'],
  binary: ['left', 'right'],
  ternary: ['condition', 'whenTrue', 'whenFalse'],
  lambda: ['parameters', 'body'],
  parenthesized: ['expression'],
  typeName: [],
  typeInstance: ['target', 'name', 'args'],
  typeMember: ['target', 'name'],
  typeIndex: ['target', 'index'],
  typeItems: ['target'],
  typeAdditional: ['target'],
  unaryType: ['operand'],
  arrayType: ['item'],
  nullableType: ['type'],
  nonNullableType: ['type'],
  unionType: ['members'],
  objectType: ['members'],
  propertyType: ['decorators', 'key', 'type'],
  additionalProperties: ['decorators', 'type'],
  tupleType: ['items'],
  tupleItem: ['decorators', 'type'],
  parenthesizedType: ['type'],
  resourceType: ['type'],
};

/** The children of a node, in the order of the file. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  eachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** Goes through the children of a node, in the order of the file. Whole files are walked several times, so nothing is made for it. */
export function eachChild(node: SyntaxNode, visit: (child: SyntaxNode) => void): void {
  // The table was checked against each kind above; here only its result matters.
  const values = node as unknown as Readonly<Record<string, SyntaxNode | readonly SyntaxNode[] | undefined>>;
  for (const key of childKeys[node.kind]) {
    const value = values[key];
    if (value === undefined) continue;
    if ('kind' in value) visit(value);
    else for (const child of value) visit(child);
  }
}

/** Whether a child of a node is such a one; the first that is ends the search. */
export function someChild(node: SyntaxNode, test: (child: SyntaxNode) => boolean): boolean {
  const values = node as unknown as Readonly<Record<string, SyntaxNode | readonly SyntaxNode[] | undefined>>;
  for (const key of childKeys[node.kind]) {
    const value = values[key];
    if (value === undefined) continue;
    if ('kind' in value ? test(value) : value.some(test)) return true;
  }
  return false;
}
