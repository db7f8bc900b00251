import type { JsonNode } from '../../../kernel/index.ts';
import type { TypeSymbol } from '../../binding/index.ts';
import type { TemplateExport } from '../../program/named-declaration.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { ImportClosure } from '../import/import-closure.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { decoratorName } from '../template/decorator.ts';
import { canonicalSchema } from './canonical-schema.ts';
import { importedFrom } from './imported-from.ts';
import { entriesOf } from './merge-entry.ts';
import { declaredTypeEntries } from './type-entries.ts';

/** The definitions of a template: the types of the file, and those that it imports (articles/azure-resource-manager/templates/definitions.md). */
export function lowerDefinitions(closure: ImportClosure, cx: LoweringContext): Entry[] {
  const own = cx.model.binding.types.map(({ name, declaration }): Entry => {
    const { decorators, value } = declaration;
    const entries = declaredTypeEntries({ decorators, type: value }, cx);
    return { name, place: declaration.name, value: cx.nodes.object(declaration, entries) };
  });
  return [...own, ...closure.types(cx)];
}

/** A type of another Bicep file, with where it comes from. What is imported is not exported again. */
export function importedDefinition(
  { name: originalName, declaration }: TypeSymbol,
  name: string,
  origin: string,
  cx: LoweringContext,
): Entry {
  const decorators = declaration.decorators.filter((one) => decoratorName(one) !== 'export');
  const entries = declaredTypeEntries({ decorators, type: declaration.value }, cx);
  const marked = importedFrom(entries, { name, source: origin, originalName }, declaration.name, cx.nodes);
  return { name, place: declaration.name, value: cx.nodes.object(declaration, marked) };
}

/** A type of a compiled template, with where it comes from: `schema` is what it is in this template. */
export function importedSchema(
  { name: originalName }: TemplateExport,
  schema: JsonNode,
  name: string,
  origin: string,
  cx: LoweringContext,
): Entry {
  const ordered = canonicalSchema(schema);
  if (ordered.kind !== 'object') return { name, value: ordered };
  const marked = importedFrom(entriesOf(ordered), { name, source: origin, originalName }, schema, cx.nodes);
  return {
    name,
    place: schema,
    value: { ...ordered, properties: cx.nodes.object(schema, marked).properties },
  };
}
