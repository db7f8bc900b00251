import { fold } from '../../kernel/index.ts';
import { scopeKey } from '../assignment/index.ts';

/** What an attacker may have on the way. */
export type EscalationNode =
  /** To act as a principal; of a group, as a member of it. */
  | { readonly kind: 'principal'; readonly id: string }
  /** To run code in a resource. */
  | { readonly kind: 'resource'; readonly id: string }
  /** To have any role at a scope. */
  | { readonly kind: 'anyRole'; readonly id: string }
  /** To have one role, by its GUID, at a scope. */
  | { readonly kind: 'role'; readonly id: string; readonly role: string }
  /** What a vault, or another store of data, holds. */
  | { readonly kind: 'secrets' | 'data'; readonly id: string }
  /** Everything in the directory. */
  | { readonly kind: 'tenant'; readonly id: '/' }
  /** Something that is lost, by the rule that says what. */
  | { readonly kind: 'loss'; readonly id: string; readonly rule: string };

const keys = new WeakMap<EscalationNode, string>();

/** A text that two nodes share only when they are the same. */
export function nodeKey(node: EscalationNode): string {
  let key = keys.get(node);
  if (key === undefined) {
    key = keyOf(node);
    keys.set(node, key);
  }
  return key;
}

function keyOf(node: EscalationNode): string {
  switch (node.kind) {
    case 'principal':
      return `principal ${fold(node.id)}`;
    case 'role':
      return `role ${node.role} ${scopeKey(node.id)}`;
    case 'loss':
      return `loss ${node.rule} ${scopeKey(node.id)}`;
    default:
      return `${node.kind} ${scopeKey(node.id)}`;
  }
}
