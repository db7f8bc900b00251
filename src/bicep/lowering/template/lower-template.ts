import { fold, type JsonNode, type ObjectNode } from '../../../kernel/index.ts';
import type { ScopeKind } from '../../../template/index.ts';
import { unwrapped } from '../../binding/index.ts';
import type { OutputDeclaration, ParameterDeclaration, SyntaxRange } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import { copyLoop } from '../expression/lower-value.ts';
import type { ImportClosure } from '../import/import-closure.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import { lowerModule } from '../module/lower-module.ts';
import { Dependencies } from '../resource/dependencies.ts';
import { lowerResource } from '../resource/lower-resource.ts';
import { resourceProperty } from '../resource/resource-reference.ts';
import { resourceTarget } from '../resource/resource-target.ts';
import { symbolicNameOf } from '../resource/symbolic-name.ts';
import { lowerDefinitions } from '../types/lower-definitions.ts';
import { declaredTypeEntries } from '../types/type-entries.ts';
import { findDecorator } from './decorator.ts';
import { lowerFunctions } from './lower-functions.ts';
import { lowerVariables } from './lower-variables.ts';
import { descriptionEntries } from './metadata.ts';

const schemas: Readonly<Record<ScopeKind, string>> = {
  tenant: 'https://schema.management.azure.com/schemas/2019-08-01/tenantDeploymentTemplate.json#',
  managementGroup:
    'https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#',
  subscription: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
  resourceGroup: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
};

/** Makes the template of a file (articles/azure-resource-manager/templates/syntax.md). */
export function lowerTemplate(closure: ImportClosure, cx: LoweringContext): ObjectNode {
  const { nodes, model } = cx;
  const { binding } = model;
  const place = { start: 0, end: 0 };
  const text = (value: string) => nodes.scalar(place, value);
  const whole = { start: 0, end: model.source.text.length };
  return nodes.object(whole, [
    { name: '$schema', value: text(schemas[model.targetScope]) },
    cx.symbolicNames ? { name: 'languageVersion', value: text('2.0') } : undefined,
    { name: 'contentVersion', value: text('1.0.0.0') },
    section('metadata', metadata(cx), place, cx),
    section('definitions', lowerDefinitions(closure, cx), place, cx),
    lowerFunctions(closure, cx),
    section(
      'parameters',
      binding.parameters.map((one) => parameter(one.declaration, cx)),
      place,
      cx,
    ),
    section('variables', lowerVariables(closure, cx), place, cx),
    section('imports', extensions(cx), place, cx),
    resources(place, cx),
    section(
      'outputs',
      binding.outputs.map((one) => output(one, cx)),
      place,
      cx,
    ),
    section(
      'asserts',
      binding.asserts.map(({ name, value }) => ({
        name: name.name,
        place: name,
        value: cx.value(value, noLocals),
      })),
      place,
      cx,
    ),
  ]);
}

function section(
  name: string,
  entries: readonly Entry[],
  place: SyntaxRange,
  cx: LoweringContext,
): Entry | undefined {
  return entries.length === 0 ? undefined : { name, place, value: cx.nodes.object(place, entries) };
}

function metadata(cx: LoweringContext): Entry[] {
  const { nodes, model } = cx;
  const exported = model.binding.variables.filter(
    (one) => findDecorator(one.declaration.decorators, 'export') !== undefined,
  );
  const sorted = exported.sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = sorted.map(({ name, declaration }) =>
    nodes.object(declaration.name, [
      { name: 'name', value: nodes.text(declaration.name, name) },
      ...descriptionEntries(declaration.decorators, cx),
      declaration.type === undefined
        ? undefined
        : {
            name: 'type',
            value: nodes.object(
              declaration.type,
              declaredTypeEntries({ decorators: [], type: declaration.type }, cx),
            ),
          },
    ]),
  );
  const [first] = list;
  const own = model.binding.metadata.map(
    ({ name, value }): Entry => ({ name: name.name, place: name, value: cx.value(value, noLocals) }),
  );
  if (first === undefined) return own;
  return [{ name: '__bicep_exported_variables!', value: nodes.array(first, list) }, ...own];
}

function parameter(declaration: ParameterDeclaration, cx: LoweringContext): Entry {
  const { name, type, decorators, defaultValue } = declaration;
  const given: Entry | undefined =
    defaultValue === undefined
      ? undefined
      : { name: 'defaultValue', place: defaultValue, value: cx.value(defaultValue, noLocals) };
  const entries = declaredTypeEntries({ decorators, type, defaultValue: given }, cx);
  return { name: name.name, place: name, value: cx.nodes.object(declaration, entries) };
}

function extensions(cx: LoweringContext): Entry[] {
  const { nodes } = cx;
  return cx.model.binding.extensions.map(({ name, declaration }): Entry => {
    const { specification, config } = declaration;
    const stated =
      specification.kind === 'name'
        ? specification.name
        : specification.kind === 'string'
          ? specification.value
          : '';
    const [provider, version] = splitSpecification(stated);
    if (version === undefined && fold(provider) !== 'kubernetes')
      cx.report('LG7105', { name: stated }, specification);
    return {
      name,
      place: specification,
      value: nodes.object(declaration, [
        { name: 'provider', value: nodes.text(specification, provider) },
        { name: 'version', value: nodes.text(specification, version ?? builtInVersion) },
        config?.kind === 'object'
          ? { name: 'config', place: config, value: cx.value(config, noLocals) }
          : undefined,
      ]),
    };
  });
}

/** The version of the extension that comes with the language, `kubernetes`. */
const builtInVersion = '1.0.0';

/** `kubernetes@1.0.0`, or the last part of a reference to a registry with its tag. */
function splitSpecification(text: string): [provider: string, version: string | undefined] {
  const at = Math.max(text.lastIndexOf('@'), text.lastIndexOf(':'));
  const path = at > 2 ? text.slice(0, at) : text;
  const name = path.split('/').at(-1) ?? '';
  return [name.charAt(0).toUpperCase() + name.slice(1), at > 2 ? text.slice(at + 1) : undefined];
}

/** All resources and modules: by symbolic name, or in a list, in which existing resources have no place. */
function resources(place: SyntaxRange, cx: LoweringContext): Entry {
  const { nodes, model } = cx;
  const { binding } = model;
  const dependencies = new Dependencies(binding);
  const deployed = binding.resources.filter(
    (one) => !cx.inlined.has(one) && (cx.symbolicNames || !one.declaration.isExisting),
  );
  const all: Entry[] = [
    ...deployed.map(
      (one): Entry => ({
        name: symbolicNameOf(one),
        place: one.declaration.name,
        value: lowerResource(one, dependencies, cx),
      }),
    ),
    ...binding.modules.map(
      (one): Entry => ({
        name: one.name,
        place: one.declaration.name,
        value: lowerModule(one, dependencies, cx),
      }),
    ),
  ];
  const value = cx.symbolicNames
    ? nodes.object(place, all)
    : nodes.array(
        place,
        all.map((one) => one.value),
      );
  return { name: 'resources', place, value };
}

function output(declaration: OutputDeclaration, cx: LoweringContext): Entry {
  const { name, type, decorators, value } = declaration;
  const entries = declaredTypeEntries({ decorators, type }, cx);
  if (value.kind === 'for')
    entries.push({ name: 'copy', place: value, value: copyLoop(value, undefined, noLocals, cx) });
  else entries.push({ name: 'value', place: value, value: outputValue(declaration, cx) });
  return { name: name.name, place: name, value: cx.nodes.object(declaration, entries) };
}

/** An output of a resource type is the id of the resource. */
function outputValue({ type, value }: OutputDeclaration, cx: LoweringContext): JsonNode {
  if (type.kind === 'resourceType') {
    const target = resourceTarget(unwrapped(value), cx.model.binding);
    if (target !== undefined)
      return cx.nodes.expression(value, resourceProperty(target, 'id', false, noLocals, cx));
  }
  return cx.value(value, noLocals);
}
