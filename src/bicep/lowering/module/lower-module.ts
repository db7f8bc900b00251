import type { JsonNode, ObjectNode } from '../../../kernel/index.ts';
import type { ModuleSymbol } from '../../binding/index.ts';
import { type ExpressionSyntax, keyText, type ObjectSyntax, propertyOf } from '../../syntax/index.ts';
import { type ArmExpression, access, asCall, call, literal } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import { copyEntries } from '../expression/lower-value.ts';
import { writtenOut } from '../expression/written-out.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import type { Dependencies } from '../resource/dependencies.ts';
import { dependsOn } from '../resource/depends-on.ts';
import { resourceIdOf, scopeOfModule } from '../resource/deployment-scope.ts';
import { atTurn, withLoop } from '../resource/loop-locals.ts';
import { deploymentScopeEntries } from '../resource/lower-resource.ts';
import { resourceTarget } from '../resource/resource-target.ts';
import { decoratorArguments, findDecorator } from '../template/decorator.ts';
import { descriptionMetadata } from '../template/metadata.ts';
import { deploymentApiVersion, deploymentType, moduleName } from './module-reference.ts';

/** The nested deployment that a module is (articles/azure-resource-manager/bicep/modules.md). */
export function lowerModule(
  module: ModuleSymbol,
  dependencies: Dependencies,
  cx: LoweringContext,
): ObjectNode {
  const { nodes } = cx;
  const { declaration, object, loop, condition } = module;
  const scope = scopeOfModule(module, noLocals, cx);
  const waited = dependsOn(module, declaration.name, dependencies, cx);
  const nameAt = (object === undefined ? undefined : propertyOf(object, 'name')?.value) ?? declaration.name;
  const name = moduleName({ module, index: undefined }, noLocals, noLocals, cx);
  const location = cx.model.targetScope === 'resourceGroup' ? call('resourceGroup') : call('deployment');
  return nodes.object(object ?? declaration, [
    loop === undefined ? undefined : { name: 'copy', place: loop, value: copyOf(module, loop, cx) },
    condition === undefined ? undefined : { name: 'condition', value: cx.value(condition, noLocals) },
    { name: 'type', value: nodes.text(declaration.path, deploymentType) },
    { name: 'apiVersion', value: nodes.text(declaration.path, deploymentApiVersion) },
    { name: 'name', value: nodes.expression(nameAt, name) },
    ...deploymentScopeEntries(scope, declaration.name, cx),
    scope.kind === 'resourceGroup'
      ? undefined
      : { name: 'location', value: nodes.expression(declaration.name, access(location, 'location')) },
    { name: 'properties', place: declaration.name, value: properties(module, cx) },
    waited === undefined ? undefined : { name: 'dependsOn', value: waited },
    descriptionMetadata(declaration.decorators, cx),
  ]);
}

function copyOf(
  module: ModuleSymbol,
  loop: NonNullable<ModuleSymbol['loop']>,
  cx: LoweringContext,
): JsonNode {
  const batchSize = findDecorator(module.declaration.decorators, 'batchSize');
  const [size] = batchSize === undefined ? [] : decoratorArguments(batchSize);
  const options = { name: module.name, batchSize: size === undefined ? undefined : cx.value(size, noLocals) };
  return cx.nodes.object(loop, copyEntries(loop, options, noLocals, cx));
}

function properties(module: ModuleSymbol, cx: LoweringContext): ObjectNode {
  const { nodes } = cx;
  const { declaration, object } = module;
  const params = object === undefined ? undefined : propertyOf(object, 'params')?.value;
  const inner = nodes.object(declaration.name, [
    { name: 'scope', value: nodes.text(declaration.name, 'inner') },
  ]);
  const target = cx.model.moduleOf(module);
  return nodes.object(object ?? declaration, [
    { name: 'expressionEvaluationOptions', value: inner },
    { name: 'mode', value: nodes.text(declaration.name, 'Incremental') },
    params?.kind === 'object'
      ? { name: 'parameters', place: params, value: parameters(params, cx) }
      : undefined,
    target.template === undefined
      ? { name: 'templateLink', place: declaration.path, value: missingTemplate(module, cx) }
      : { name: 'template', place: declaration.path, value: target.template },
  ]);
}

/** What stands for a module that cannot be read: the deployment is there, and its content is not known. */
function missingTemplate({ declaration }: ModuleSymbol, cx: LoweringContext): ObjectNode {
  const reference = declaration.path.kind === 'string' ? declaration.path.value : '';
  const unknown = call('landguard.unknown', `the module ${reference}, which could not be read`);
  return cx.nodes.object(declaration.path, [
    { name: 'id', value: cx.nodes.expression(declaration.path, unknown) },
  ]);
}

function parameters(params: ObjectSyntax, cx: LoweringContext): ObjectNode {
  const entries = params.members.flatMap((member): Entry[] => {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined) return [];
    return [{ name, place: member.key, value: parameter(member.value, cx) }];
  });
  return cx.nodes.object(params, entries);
}

/** A parameter of a nested deployment: an object with its value, a loop that makes it, or the secret of a vault. */
function parameter(syntax: ExpressionSyntax, cx: LoweringContext): JsonNode {
  const { nodes } = cx;
  if (syntax.kind === 'for') {
    const locals = atTurn(syntax, call('copyIndex', 'value'), noLocals, cx);
    const body = syntax.body.kind === 'if' ? syntax.body.body : syntax.body;
    const input = nodes.expression(body, asInput(body, cx.arm(body, locals)));
    const loop = nodes.object(syntax, [
      ...copyEntries(syntax, { name: 'value' }, noLocals, cx),
      { name: 'input', place: body, value: input },
    ]);
    return nodes.object(syntax, [{ name: 'copy', value: nodes.array(syntax, [loop]) }]);
  }
  const secret = secretOf(syntax, cx);
  if (secret !== undefined) return secret;
  const expression = writtenOut(syntax, cx);
  if (expression.kind === 'ternary') return nodes.expression(syntax, choice(expression, cx));
  return nodes.object(syntax, [{ name: 'value', value: cx.value(syntax, noLocals) }]);
}

function asInput(body: ExpressionSyntax, expression: ArmExpression): ArmExpression {
  return body.kind === 'string' ? expression : asCall(expression);
}

interface Secret {
  readonly vault: ArmExpression;
  readonly args: readonly ExpressionSyntax[];
}

/** `vault.getSecret('name')` (articles/azure-resource-manager/bicep/bicep-functions-resource.md#getsecret). */
function readSecret(syntax: ExpressionSyntax, cx: LoweringContext): Secret | undefined {
  const expression = writtenOut(syntax, cx);
  if (expression.kind !== 'methodCall' || expression.name.name !== 'getSecret') return undefined;
  const target = resourceTarget(expression.target, cx.model.binding, true);
  if (target === undefined) return undefined;
  return { vault: resourceIdOf(target.resource, withLoop(target, noLocals, cx), cx), args: expression.args };
}

function secretOf(syntax: ExpressionSyntax, cx: LoweringContext): ObjectNode | undefined {
  const { nodes } = cx;
  const secret = readSecret(syntax, cx);
  if (secret === undefined) return undefined;
  const [name, version] = secret.args;
  const vault = nodes.object(syntax, [{ name: 'id', value: nodes.expression(syntax, secret.vault) }]);
  const reference = nodes.object(syntax, [
    { name: 'keyVault', value: vault },
    name === undefined ? undefined : { name: 'secretName', value: cx.value(name, noLocals) },
    version === undefined ? undefined : { name: 'secretVersion', value: cx.value(version, noLocals) },
  ]);
  return nodes.object(syntax, [{ name: 'reference', value: reference }]);
}

/** A choice is one between whole parameters: a value and the secret of a vault are written differently. */
function choice(syntax: ExpressionSyntax, cx: LoweringContext): ArmExpression {
  const expression = writtenOut(syntax, cx);
  if (expression.kind === 'ternary')
    return call(
      'if',
      cx.arm(expression.condition, noLocals),
      choice(expression.whenTrue, cx),
      choice(expression.whenFalse, cx),
    );
  const secret = readSecret(expression, cx);
  if (secret === undefined) return call('createObject', 'value', cx.arm(expression, noLocals));
  const [name, version] = secret.args;
  return call(
    'createObject',
    'reference',
    call(
      'createObject',
      'keyVault',
      call('createObject', 'id', secret.vault),
      'secretName',
      name === undefined ? literal('') : cx.arm(name, noLocals),
      ...(version === undefined ? [] : ['secretVersion', cx.arm(version, noLocals)]),
    ),
  );
}
