import type { JsonNode } from '../../../kernel/index.ts';
import type { FunctionSymbol } from '../../binding/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { ImportClosure } from '../import/import-closure.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import { declaredTypeEntries } from '../types/type-entries.ts';
import { findDecorator } from './decorator.ts';
import { descriptionEntries } from './metadata.ts';

/** A function of a template with the namespace that it is in. */
export interface LoweredFunction {
  readonly namespace: string;
  readonly entry: Entry;
}

const ownNamespace = '__bicep';

/** The functions of a template, by namespace (articles/azure-resource-manager/bicep/user-defined-functions.md). */
export function lowerFunctions(closure: ImportClosure, cx: LoweringContext): Entry | undefined {
  const all: LoweredFunction[] = [
    ...cx.model.binding.functions.map((one) => lowerFunction(one, one.name, cx)),
    ...closure.functions(cx),
  ];
  const [first] = all;
  if (first === undefined) return undefined;
  const place = first.entry.value;
  const namespaces = [...new Set(all.map((one) => one.namespace))];
  const groups = namespaces.map((namespace): JsonNode => {
    const members = all.filter((one) => one.namespace === namespace).map((one) => one.entry);
    return cx.nodes.object(place, [
      { name: 'namespace', value: cx.nodes.text(place, namespace) },
      { name: 'members', value: cx.nodes.object(place, members) },
    ]);
  });
  return { name: 'functions', value: cx.nodes.array(place, groups) };
}

/** The namespace and name in a name with or without namespace. */
export function splitName(name: string): readonly [namespace: string, name: string] {
  const dot = name.indexOf('.');
  return dot === -1 ? [ownNamespace, name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** One function, under the name that it has in the template; `origin` says where it is imported from. */
export function lowerFunction(
  symbol: FunctionSymbol,
  name: string,
  cx: LoweringContext,
  origin?: string,
): LoweredFunction {
  const { nodes } = cx;
  const { declaration } = symbol;
  const [namespace, ownName] = splitName(name);
  const parameters = declaration.parameters.map((one) =>
    nodes.object(one, [
      ...declaredTypeEntries({ decorators: [], type: one.type }, cx),
      { name: 'name', place: one.name, value: nodes.text(one.name, one.name.name) },
    ]),
  );
  const output = nodes.object(declaration.body, [
    ...declaredTypeEntries({ decorators: [], type: declaration.returnType }, cx),
    { name: 'value', value: cx.value(declaration.body, noLocals) },
  ]);
  const exported = origin === undefined ? findDecorator(declaration.decorators, 'export') : undefined;
  const metadata: Entry[] = [
    ...descriptionEntries(declaration.decorators, cx),
    ...(exported === undefined ? [] : [{ name: '__bicep_export!', value: nodes.scalar(exported, true) }]),
    ...(origin === undefined ? [] : [originEntry(origin, ownName, symbol, cx)]),
  ];
  const value = nodes.object(declaration, [
    { name: 'parameters', value: nodes.array(declaration.name, parameters) },
    { name: 'output', value: output },
    metadata.length === 0 ? undefined : { name: 'metadata', value: nodes.object(declaration.name, metadata) },
  ]);
  return { namespace, entry: { name: ownName, place: declaration.name, value } };
}

/** Where an imported function comes from, and what it is called there where that is another name. */
function originEntry(origin: string, name: string, symbol: FunctionSymbol, cx: LoweringContext): Entry {
  const { nodes } = cx;
  const place = symbol.declaration.name;
  const value = nodes.object(place, [
    { name: 'sourceTemplate', value: nodes.text(place, origin) },
    name === symbol.name ? undefined : { name: 'originalIdentifier', value: nodes.text(place, symbol.name) },
  ]);
  return { name: '__bicep_imported_from!', value };
}
