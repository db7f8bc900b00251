import type { ModuleSymbol } from '../binding/index.ts';
import type { ModuleFacts } from '../program/module-facts.ts';
import {
  type ForSyntax,
  keyText,
  type ObjectSyntax,
  type PropertySyntax,
  propertyOf,
} from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { list } from './check-property-access.ts';
import { adviseName, nearName } from './near-name.ts';
import { describeType, isNone, type PlainKind } from './plain-type.ts';

/** What is passed to modules (articles/azure-resource-manager/bicep/modules.md). Of a module that cannot be read nothing is said. */
export function checkModules(file: CheckedFile): void {
  for (const module of file.binding.modules) {
    if (module.object === undefined) continue;
    const facts = file.model.moduleOf(module);
    checkProperties(module, module.object, file);
    if (isOfWrongLoop(module.loop, file)) continue;
    if (facts.parameters !== undefined) checkParameters(module, module.object, facts.parameters, file);
  }
}

/** Whether a loop goes through what is no array; its body then means nothing. */
export function isOfWrongLoop(loop: ForSyntax | undefined, file: CheckedFile): boolean {
  return loop !== undefined && isNone(file.types.of(loop.collection), 'array');
}

const moduleProperties: ReadonlySet<string> = new Set([
  'name',
  'scope',
  'params',
  'dependsOn',
  'identity',
  'extensionConfigs',
]);

function checkProperties(module: ModuleSymbol, object: ObjectSyntax, file: CheckedFile): void {
  for (const member of object.members) {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined || name === '' || moduleProperties.has(name))
      continue;
    if (name === 'outputs') file.report('LG7263', { name }, member.key);
    else reportUnknown(`the module \`${module.name}\``, name, [...moduleProperties], member, file);
  }
  const name = propertyOf(object, 'name')?.value;
  const type = name === undefined ? undefined : file.types.of(name);
  if (name !== undefined && type !== undefined && type.kind !== 'unknown' && type.kind !== 'string')
    file.report('LG7220', { property: 'name', expected: 'string', actual: describeType(type) }, name);
}

function reportUnknown(
  owner: string,
  name: string,
  names: readonly string[],
  place: PropertySyntax,
  file: CheckedFile,
): void {
  const bcp = nearName(name, names) === undefined ? 'BCP037' : 'BCP089';
  const otherwise = names.length === 0 ? 'it takes none' : `it takes ${list(names)}`;
  file.report('LG7240', { owner, name, bcp, advice: adviseName(name, names, otherwise) }, place.key);
}

function checkParameters(
  module: ModuleSymbol,
  object: ObjectSyntax,
  parameters: NonNullable<ModuleFacts['parameters']>,
  file: CheckedFile,
): void {
  const given = propertyOf(object, 'params');
  const required = parameters.filter((one) => one.isRequired).map((one) => one.name);
  if (given === undefined) {
    const isSpread = object.members.some((member) => member.kind === 'spread');
    if (required.length > 0 && !isSpread) reportMissing(module, required, module.declaration.name, file);
    return;
  }
  const value = given.value;
  if (value.kind !== 'object') return;
  const names = new Set<string>();
  let isOpen = false;
  for (const member of value.members) {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined) {
      isOpen = true;
      continue;
    }
    names.add(name);
    const parameter =
      parameters.find((one) => one.name === name) ??
      parameters.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (parameter !== undefined) checkParameter(parameter.type, member, name, file);
    else if (name !== '')
      reportUnknown(
        `the module \`${module.name}\``,
        name,
        parameters.filter((one) => !names.has(one.name)).map((one) => one.name),
        member,
        file,
      );
  }
  const folded = new Set([...names].map((name) => name.toLowerCase()));
  const missing = required.filter((name) => !folded.has(name.toLowerCase()));
  if (missing.length > 0 && !isOpen) reportMissing(module, missing, given.key, file);
}

function reportMissing(
  module: ModuleSymbol,
  names: readonly string[],
  place: { readonly start: number; readonly end: number },
  file: CheckedFile,
): void {
  const what = names.length === 1 ? 'parameter' : 'parameters';
  file.report('LG7239', { module: module.name, names: `${what} ${list(names)}` }, place);
}

const plainKinds: ReadonlyMap<string, PlainKind> = new Map([
  ['string', 'string'],
  ['securestring', 'string'],
  ['int', 'int'],
  ['bool', 'bool'],
  ['array', 'array'],
  ['object', 'object'],
  ['secureobject', 'object'],
]);

function checkParameter(
  declared: string | undefined,
  property: PropertySyntax,
  name: string,
  file: CheckedFile,
): void {
  const expected = declared === undefined ? undefined : plainKinds.get(declared.toLowerCase());
  const type = file.types.of(property.value);
  // A parameter that may be null says nothing of it here.
  if (expected === undefined || type.kind === 'unknown' || type.kind === 'null' || type.kind === expected)
    return;
  file.report('LG7220', { property: name, expected, actual: describeType(type) }, property.value);
}
