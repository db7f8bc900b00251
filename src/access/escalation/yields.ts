import type { EscalationNode } from './escalation-node.ts';
import type { EscalationRule } from './escalation-rule.ts';
import type { RegisteredResource } from './resource-register.ts';

/** What a rule gives on a resource; nothing for what only scopes and directory objects give. */
export function yieldsOfResource(
  rule: EscalationRule,
  resource: RegisteredResource,
): readonly EscalationNode[] {
  const { id, identities } = resource;
  switch (rule.yields) {
    case 'code':
      return [{ kind: 'resource', id }];
    case 'identity':
      return identities.map((identity) => ({ kind: 'principal', id: identity }));
    case 'secrets':
    case 'data':
      return [{ kind: rule.yields, id }];
    default:
      return yieldsOfScope(rule, id);
  }
}

/** What a rule gives at a scope. */
export function yieldsOfScope(
  { yields, role, id: rule }: EscalationRule,
  scope: string,
): readonly EscalationNode[] {
  switch (yields) {
    case 'tenant':
      return [{ kind: 'tenant', id: '/' }];
    case 'anyRole':
      return [{ kind: 'anyRole', id: scope }];
    case 'role':
      return role === undefined ? [] : [{ kind: 'role', role, id: scope }];
    case 'loss':
      return [{ kind: 'loss', id: scope, rule }];
    default:
      return [];
  }
}
