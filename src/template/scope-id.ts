import { fold, Unknown, type Value } from '../kernel/index.ts';
import type { TargetScope } from './target-scope.ts';
import { EvaluationError } from './template-function.ts';
import { joinText } from './text.ts';

/** The id of a deployment's scope, e.g. `/subscriptions/s/resourceGroups/g`; `''` for the tenant. */
export function scopeId(scope: TargetScope): string | Unknown {
  switch (scope.kind) {
    case 'resourceGroup':
      return joinText('/subscriptions/', scope.subscriptionId, '/resourceGroups/', scope.resourceGroup);
    case 'subscription':
      return joinText('/subscriptions/', scope.subscriptionId);
    case 'managementGroup':
      return joinText('/providers/Microsoft.Management/managementGroups/', scope.managementGroup);
    case 'tenant':
      return '';
    default:
      return scope.kind satisfies never;
  }
}

/**
 * The id of a resource at a scope: type and name segments interleaved after `/providers/`.
 * Throws an EvaluationError when the numbers of segments do not match.
 */
export function resourceIdAt(scope: Value, type: Value, names: readonly Value[]): string | Unknown {
  if (typeof type !== 'string') return joinText(scope, '/providers/', type, '/', ...separated(names));
  const [namespace, ...types] = type.replace(/\/+$/, '').split('/');
  const segments: Value[] = names.flatMap((name): Value[] =>
    typeof name === 'string' ? name.split('/') : [name],
  );
  if (fold(type) === 'microsoft.resources/resourcegroups')
    return joinText(scope, '/resourceGroups/', ...segments);
  if (fold(type) === 'microsoft.resources/subscriptions') return joinText('/subscriptions/', ...segments);
  if (types.length !== segments.length) {
    if (segments.some((segment) => segment instanceof Unknown))
      return joinText(scope, '/providers/', type, '/', ...separated(segments));
    throw new EvaluationError(`the type \`${type}\` needs ${types.length} names, but got ${segments.length}`);
  }
  return joinText(
    scope,
    '/providers/',
    namespace!,
    ...types.flatMap((part, index): Value[] => ['/', part, '/', segments[index]!]),
  );
}

function separated(names: readonly Value[]): Value[] {
  return names.flatMap((name, index): Value[] => (index === 0 ? [name] : ['/', name]));
}
