import type { ObjectNode } from '../../kernel/index.ts';
import { type Binding, unwrapped } from '../binding/index.ts';
import { constantText } from '../content/constant-text.ts';
import { call, literal } from '../lowering/arm/arm-expression.ts';
import { type LoweringContext, noLocals } from '../lowering/lowering-context.ts';
import type { CallSyntax, ExpressionSyntax, MethodCallSyntax } from '../syntax/index.ts';

/** A value that is a secret of a key vault: `az.getSecret(subscription, resourceGroup, vault, secret, version?)`. */
export function secretCall(
  value: ExpressionSyntax,
  binding: Binding,
): CallSyntax | MethodCallSyntax | undefined {
  const inner = unwrapped(value);
  if (inner.kind !== 'call' && inner.kind !== 'methodCall') return undefined;
  const isSecret = inner.name.name === 'getSecret' && inner.args.length >= 4 && inner.args.length <= 5;
  return isSecret && !binding.symbolOf.has(inner) ? inner : undefined;
}

/** The reference that a parameter file has for a secret (articles/azure-resource-manager/templates/key-vault-parameter.md). */
export function secretReference(syntax: CallSyntax | MethodCallSyntax, cx: LoweringContext): ObjectNode {
  const { nodes, model } = cx;
  const [subscription, group, vault, name, version] = syntax.args;
  const place = [subscription, group, vault].map((one) => constantText(one!, model.binding));
  const id = place.every((one) => one !== undefined)
    ? literal(
        `/subscriptions/${place[0]}/resourceGroups/${place[1]}/providers/Microsoft.KeyVault/vaults/${place[2]}`,
      )
    : call(
        'resourceId',
        cx.arm(subscription!, noLocals),
        cx.arm(group!, noLocals),
        'Microsoft.KeyVault',
        'vaults',
        cx.arm(vault!, noLocals),
      );
  return nodes.object(syntax, [
    { name: 'keyVault', value: nodes.object(syntax, [{ name: 'id', value: nodes.expression(vault!, id) }]) },
    { name: 'secretName', value: nodes.expression(name!, cx.arm(name!, noLocals)) },
    version === undefined
      ? undefined
      : { name: 'secretVersion', value: nodes.expression(version, cx.arm(version, noLocals)) },
  ]);
}
