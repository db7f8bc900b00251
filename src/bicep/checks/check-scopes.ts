import type { ScopeKind } from '../../template/index.ts';
import { type ModuleSymbol, type ResourceSymbol, unwrapped } from '../binding/index.ts';
import { moduleTarget } from '../lowering/module/module-reference.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { parentOf } from '../lowering/resource/resource-parent.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { type ExpressionSyntax, propertyOf, type SyntaxRange } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';
import { hasOwnScope } from './check-function-places.ts';
import { describeType } from './plain-type.ts';

/** Where resources and modules are deployed (articles/azure-resource-manager/bicep/deploy-to-subscription.md, scope-extension-resources.md). */
export function checkScopes(file: CheckedFile): void {
  for (const module of file.binding.modules) checkModule(module, file);
  for (const resource of file.binding.resources) checkResource(resource, file);
}

/** What a scope expression says: a kind of scope, and whether it is the file's own. */
interface StatedScope {
  readonly kind: ScopeKind | 'resource' | 'module' | 'value';
  readonly isOwn: boolean;
  /** Of a call; `undefined` where a resource or value stands. */
  readonly argumentCount?: number;
  readonly text: string;
}

function readScope(syntax: ExpressionSyntax, file: CheckedFile): StatedScope | undefined {
  const expression = unwrapped(syntax);
  const { binding } = file;
  const module = moduleTarget(expression, binding);
  if (module !== undefined && module.index === undefined && module.module.loop !== undefined)
    return { kind: 'value', isOwn: false, text: 'a loop of modules' };
  if (module !== undefined) return { kind: 'module', isOwn: false, text: 'a module' };
  const resource = resourceTarget(expression, binding)?.resource;
  if (resource !== undefined) return scopeOfResource(resource);
  if (expression.kind === 'call' || expression.kind === 'methodCall') {
    const name = calledFunction(expression, binding)?.name;
    const isOwn = expression.args.length === 0;
    switch (name) {
      case 'tenant':
      case 'managementGroup':
      case 'subscription':
      case 'resourceGroup':
        if (isOwn && !hasOwnScope(name, file)) return undefined;
        return { kind: name, isOwn, argumentCount: expression.args.length, text: `\`${name}(...)\`` };
      default:
    }
  }
  const type = file.types.of(expression);
  return type.kind === 'unknown' ? undefined : { kind: 'value', isOwn: false, text: describeType(type) };
}

function scopeOfResource(resource: ResourceSymbol): StatedScope | undefined {
  const text = `\`${resource.name}\``;
  switch (resource.type?.type.toLowerCase()) {
    case undefined:
      return undefined;
    case 'microsoft.resources/resourcegroups':
      return { kind: 'resourceGroup', isOwn: false, text };
    case 'microsoft.management/managementgroups':
      return { kind: 'managementGroup', isOwn: false, text };
    // An alias makes a subscription that a module cannot be deployed to by its symbol; the compiler knows its type better.
    case 'microsoft.subscription/aliases':
      return undefined;
    default:
      return { kind: 'resource', isOwn: false, text };
  }
}

function checkModule(module: ModuleSymbol, file: CheckedFile): void {
  const wanted = file.model.moduleOf(module).scopeKind;
  const syntax = module.object === undefined ? undefined : propertyOf(module.object, 'scope')?.value;
  if (module.object === undefined || wanted === undefined) return;
  const own = ownScope(file);
  if (syntax === undefined) {
    if (
      own !== undefined &&
      wanted !== own &&
      !module.object.members.some((member) => member.kind === 'spread')
    )
      file.report('LG7266', { module: module.name, wanted: describeScope(wanted) }, module.declaration.name);
    return;
  }
  const stated = readScope(syntax, file);
  if (stated === undefined) return;
  if (stated.kind === 'value') {
    file.report('LG7220', { property: 'scope', expected: wanted, actual: stated.text }, syntax);
    return;
  }
  if (stated.kind !== wanted) {
    file.report('LG7241', { scope: stated.text, wanted: describeScope(wanted), bcp: 'BCP134' }, syntax);
    return;
  }
  if (own !== undefined && !canDeployTo(own, stated)) reportUnreachable(own, stated, syntax, file);
}

/** The scope of the file, where it is one that Azure deploys to. */
function ownScope(file: CheckedFile): ScopeKind | undefined {
  const declared = file.binding.targetScope?.value;
  if (declared === undefined) return 'resourceGroup';
  return declared.kind === 'string' && declared.value === file.model.targetScope
    ? file.model.targetScope
    : undefined;
}

/** Which scopes a deployment can reach with what is said of them. */
function canDeployTo(own: ScopeKind, { kind, argumentCount }: StatedScope): boolean {
  const isHigh = own === 'tenant' || own === 'managementGroup';
  if (kind === 'managementGroup') return isHigh;
  // Without its subscription a resource group is in that of the deployment, which has none higher up.
  return !(kind === 'resourceGroup' && isHigh && argumentCount === 1);
}

function reportUnreachable(own: ScopeKind, stated: StatedScope, place: SyntaxRange, file: CheckedFile): void {
  const codes = {
    tenant: 'BCP113',
    managementGroup: 'BCP114',
    subscription: 'BCP115',
    resourceGroup: 'BCP116',
  } as const;
  file.report('LG7267', { scope: stated.text, own: describeScope(own), bcp: codes[own] }, place);
}

function describeScope(kind: ScopeKind): string {
  switch (kind) {
    case 'tenant':
      return 'the tenant';
    case 'managementGroup':
      return 'a management group';
    case 'subscription':
      return 'a subscription';
    default:
      return 'a resource group';
  }
}

function checkResource(resource: ResourceSymbol, file: CheckedFile): void {
  const syntax = resource.object === undefined ? undefined : propertyOf(resource.object, 'scope')?.value;
  // What extensions call a scope is theirs.
  if (syntax === undefined || resource.type === undefined || isExtensible(resource)) return;
  const parent = parentOf(resource, file.binding);
  if (parent !== undefined) {
    file.report('LG7249', {}, syntax);
    return;
  }
  const stated = readScope(syntax, file);
  if (stated === undefined) return;
  if (stated.kind === 'value') {
    file.report(
      'LG7220',
      { property: 'scope', expected: 'a resource or a scope', actual: stated.text },
      syntax,
    );
    return;
  }
  const own = ownScope(file);
  if (resource.declaration.isExisting || own === undefined || stated.kind === 'resource') return;
  if (stated.kind === 'module') {
    file.report('LG7241', { scope: stated.text, wanted: 'a resource or a scope', bcp: 'BCP036' }, syntax);
    return;
  }
  // A resource can be put in the file's own scope or, where its type is of the tenant, in that.
  if (stated.kind === 'tenant' || (stated.kind === own && stated.isOwn)) return;
  file.report('LG7268', { own: describeScope(own) }, syntax);
}
