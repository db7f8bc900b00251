import { type ExpressionSyntax, propertyOf, type SyntaxRange, type TypeSyntax } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { describeType, isNone, type PlainType } from './plain-type.ts';

/** Values that are plainly of another type than what they are given to. */
export function checkValues(file: CheckedFile): void {
  const { binding } = file;
  for (const { declaration } of binding.parameters) {
    const { type, defaultValue } = declaration;
    if (defaultValue !== undefined) checkAssigned(type, defaultValue, file);
    if (defaultValue !== undefined && type.kind === 'nullableType') file.report('LG7258', {}, defaultValue);
  }
  for (const { type, value } of binding.outputs) checkAssigned(type, value, file);
  for (const { declaration } of binding.variables)
    if (declaration.type !== undefined) checkAssigned(declaration.type, declaration.value, file);
  for (const { declaration } of binding.functions)
    checkAssigned(declaration.returnType, declaration.body, file);
  for (const declaration of binding.tree.declarations)
    if (declaration.kind === 'targetScope') checkTargetScope(declaration.value, file);
  for (const node of file.nodes) if (node.kind === 'for') checkCollection(node.collection, file);
  for (const { object } of [...binding.resources, ...binding.modules]) {
    const dependsOn = object === undefined ? undefined : propertyOf(object, 'dependsOn');
    if (dependsOn !== undefined) checkArray(dependsOn.value, file);
  }
}

function checkAssigned(type: TypeSyntax, value: ExpressionSyntax, file: CheckedFile): void {
  const wanted = file.types.declared(type);
  const found = file.types.of(value);
  if (wanted.kind === 'unknown' || !isOther(found, wanted)) return;
  reportValue(describeType(wanted), found, value, file);
}

/** Whether no value of one type is one of the other: another kind, or another literal. */
export function isOther(found: PlainType, wanted: PlainType): boolean {
  if (isNone(found, wanted.kind)) return true;
  if (!('value' in found) || !('value' in wanted)) return false;
  return found.value !== undefined && wanted.value !== undefined && found.value !== wanted.value;
}

function reportValue(expected: string, found: PlainType, place: SyntaxRange, file: CheckedFile): void {
  file.report('LG7218', { expected, actual: describeType(found), bcp: 'BCP033' }, place);
}

const scopes: ReadonlySet<string> = new Set([
  'managementGroup',
  'resourceGroup',
  'subscription',
  'tenant',
  'desiredStateConfiguration',
  'local',
]);

function checkTargetScope(value: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(value);
  const isWrong =
    type.kind === 'string' ? type.value !== undefined && !scopes.has(type.value) : type.kind !== 'unknown';
  if (isWrong) reportValue('tenant, managementGroup, subscription or resourceGroup', type, value, file);
}

function checkCollection(collection: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(collection);
  if (isNone(type, 'array')) file.report('LG7221', { actual: describeType(type) }, collection);
}

function checkArray(value: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(value);
  if (isNone(type, 'array'))
    file.report('LG7220', { property: 'dependsOn', expected: 'array', actual: describeType(type) }, value);
}
