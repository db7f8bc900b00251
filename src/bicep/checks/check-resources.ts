import { type ResourceSymbol, unwrapped } from '../binding/index.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { parentOf } from '../lowering/resource/resource-parent.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { type ExpressionSyntax, keyText, type ObjectSyntax, propertyOf } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { isOfWrongLoop } from './check-modules.ts';
import { describeType } from './plain-type.ts';

/** What resources state of themselves: type, name, parent and what an existing one cannot say (articles/azure-resource-manager/bicep/resource-declaration.md). */
export function checkResources(file: CheckedFile): void {
  for (const resource of file.binding.resources) {
    checkType(resource, file);
    if (resource.object === undefined || resource.type === undefined || isExtensible(resource)) continue;
    checkName(resource, resource.object, file);
    checkParent(resource, resource.object, file);
    if (resource.declaration.isExisting) checkExisting(resource.object, file);
    else checkReadOnly(resource, resource.object, file);
  }
}

const fullType = /^(?:[A-Za-z0-9.]+:)?[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*(?:\/[A-Za-z0-9_.$-]+)+@[A-Za-z0-9.-]+$/;
const extensibleType = /^(?:[A-Za-z0-9]+:)?[A-Za-z0-9.-]+(?:\/[A-Za-z0-9_.-]+)*@[A-Za-z0-9.-]+$/;
const nestedType = /^[A-Za-z0-9_.$-]+(?:@[A-Za-z0-9.-]+)?$/;

function checkType({ declaration, container }: ResourceSymbol, file: CheckedFile): void {
  const { type } = declaration;
  if (type.kind === 'interpolation') {
    file.report('LG7245', { what: 'the type of a resource', bcp: 'BCP047' }, type);
    return;
  }
  if (type.kind !== 'string') return;
  const { value } = type;
  if (value.length > 512) return;
  if (container !== undefined) {
    if (container.type !== undefined && !nestedType.test(value)) file.report('LG7244', { type: value }, type);
    return;
  }
  const areExtensions = file.binding.extensions.length > 0;
  if (!fullType.test(value) && !(areExtensions || extensibleTypeHasVersion(value)))
    file.report('LG7243', { type: value }, type);
}

/** Extensions can be named in a configuration file, so what is not one of Azure's types may be one of theirs. */
function extensibleTypeHasVersion(type: string): boolean {
  return extensibleType.test(type) && !type.includes('/');
}

function checkName(resource: ResourceSymbol, object: ObjectSyntax, file: CheckedFile): void {
  if (resource.type?.apiVersion === undefined) return;
  const name = propertyOf(object, 'name')?.value;
  if (name === undefined) {
    const hasNoParent =
      propertyOf(object, 'parent') !== undefined && parentOf(resource, file.binding) === undefined;
    if (hasNoParent || isOfWrongLoop(resource.loop, file) || object.members.some(mayHideName)) return;
    if (resource.declaration.isExisting || file.binding.extensions.length === 0)
      file.report('LG7247', { name: resource.name }, resource.declaration.name);
    return;
  }
  const type = file.types.of(name);
  if (type.kind !== 'unknown' && type.kind !== 'string') {
    file.report('LG7220', { property: 'name', expected: 'string', actual: describeType(type) }, name);
    return;
  }
  checkSegments(resource, object, name, file);
}

/** Whether a part of an object could hold its name, had it been read. */
function mayHideName(member: ObjectSyntax['members'][number]): boolean {
  if (member.kind !== 'property') return member.kind !== 'resource';
  return (
    member.key.kind === 'unreadable' ||
    member.value.kind === 'unreadable' ||
    keyText(member.key) === undefined
  );
}

/** A name has as many segments as the type; the name of a child has one. */
function checkSegments(
  resource: ResourceSymbol,
  object: ObjectSyntax,
  name: ExpressionSyntax,
  file: CheckedFile,
): void {
  const segments =
    name.kind === 'string' ? [name.value] : name.kind === 'interpolation' ? name.segments : undefined;
  if (segments === undefined) return;
  const count = segments.reduce((sum, segment) => sum + segment.split('/').length - 1, 0);
  const parent = propertyOf(object, 'parent')?.value;
  if (
    resource.container !== undefined ||
    (parent !== undefined && resourceTarget(parent, file.binding) !== undefined)
  ) {
    if (count > 0) file.report('LG7248', {}, name);
    return;
  }
  if (parent !== undefined) return;
  const type = resource.type?.type ?? '';
  if (type.includes('/providers/')) return;
  const expected = type.split('/').length - 2;
  const isWrong = name.kind === 'string' ? count !== expected : count > expected;
  if (isWrong) file.report('LG7264', { type, expected, count }, name);
}

function checkParent(resource: ResourceSymbol, object: ObjectSyntax, file: CheckedFile): void {
  const parent = propertyOf(object, 'parent')?.value;
  if (parent === undefined || parent.kind === 'unreadable') return;
  const target = unwrapped(parent);
  const inner = target.kind === 'index' ? unwrapped(target.target) : target;
  const symbol = file.binding.symbolOf.get(inner);
  if (symbol === undefined) {
    if (inner.kind !== 'reference' && inner.kind !== 'child') file.report('LG7250', {}, parent);
    return;
  }
  if (symbol.kind === 'module' || symbol.kind === 'variable') {
    if (symbol.kind === 'module') file.report('LG7250', {}, parent);
    return;
  }
  if (symbol.kind !== 'resource') return;
  const outer = symbol.type?.type.toLowerCase();
  const own = resource.type?.type.toLowerCase();
  if (outer === undefined || own === undefined || resource.container !== undefined) return;
  const last = own.lastIndexOf('/');
  if (own.slice(0, last) !== outer && !isExtensible(resource))
    if (parentOf(resource, file.binding) !== undefined)
      file.report('LG7265', { type: resource.type?.type ?? '', parent: symbol.type?.type ?? '' }, parent);
}

/** What an existing resource says only points to it. */
const pointing: ReadonlySet<string> = new Set([
  'name',
  'id',
  'type',
  'apiVersion',
  'scope',
  'parent',
  'dependsOn',
]);
const written: ReadonlySet<string> = new Set([
  'location',
  'tags',
  'sku',
  'kind',
  'properties',
  'identity',
  'zones',
  'plan',
]);

function checkExisting(object: ObjectSyntax, file: CheckedFile): void {
  for (const member of object.members) {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined || pointing.has(name) || !written.has(name))
      continue;
    file.report('LG7246', { name }, member.key);
  }
}

function checkReadOnly(resource: ResourceSymbol, object: ObjectSyntax, file: CheckedFile): void {
  if (resource.type?.apiVersion === undefined) return;
  for (const name of ['id', 'type', 'apiVersion']) {
    const property = propertyOf(object, name);
    if (property !== undefined) file.report('LG7263', { name }, property.key);
  }
}
