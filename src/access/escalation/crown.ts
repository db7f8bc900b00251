import { fold, isObject, type Severity, type Value } from '../../kernel/index.ts';
import { scopeChain, scopeKey } from '../assignment/index.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';

/** What paths are looked for to, when nobody says to what. */
export interface CrownOptions {
  /** Ids of resources and scopes that matter most. */
  readonly listed?: readonly string[] | undefined;
  /** The tag that marks resources that matter most, and its value; the name in any case. */
  readonly tag?: { readonly name: string; readonly value?: string | undefined } | undefined;
}

/** Says which nodes are worth protecting most, and how much it matters that one is reached. */
export class Crown {
  readonly #listed: ReadonlySet<string>;

  constructor({ ground }: EscalationContext, { listed = [], tag }: CrownOptions = {}) {
    const marked = tag === undefined ? [] : ground.resources.filter(({ body }) => hasTag(body.tags, tag));
    this.#listed = new Set([...listed, ...marked.map(({ id }) => id)].map(scopeKey));
  }

  /** `undefined` for what is none: access above subscriptions and the directory are critical, subscriptions and vaults grave. */
  severityOf(node: EscalationNode): Severity | undefined {
    switch (node.kind) {
      case 'tenant':
        return 'critical';
      case 'anyRole': {
        const key = scopeKey(node.id);
        if (key === '/' || key.includes('/microsoft.management/managementgroups/')) return 'critical';
        return /^\/subscriptions\/[^/]+$/.test(key) || this.#listed.has(key) ? 'high' : undefined;
      }
      case 'secrets':
        return 'high';
      case 'resource':
      case 'data':
        return this.#listed.has(scopeKey(node.id)) ? 'high' : undefined;
      default:
        return undefined;
    }
  }
}

/**
 * What a person means by an id, `tenant`, or the id of a scope or resource: the principal, anything about the scope or resource, and having any role above it.
 */
export function meantBy(text: string, { ground }: EscalationContext): (node: EscalationNode) => boolean {
  const wanted = fold(text);
  const key = scopeKey(text);
  const above = scopeChain(text, ground.model.scopes).keys;
  return (node) => {
    switch (node.kind) {
      case 'principal':
        return fold(node.id) === wanted;
      case 'tenant':
        return wanted === 'tenant' || wanted === '/';
      case 'anyRole':
        return wanted.startsWith('/') && above.includes(scopeKey(node.id));
      case 'loss':
        return false;
      default:
        return scopeKey(node.id) === key;
    }
  };
}

function hasTag(tags: Value | undefined, { name, value }: NonNullable<CrownOptions['tag']>): boolean {
  if (!isObject(tags)) return false;
  return Object.entries(tags).some(
    ([key, stated]) =>
      fold(key) === fold(name) &&
      (value === undefined || (typeof stated === 'string' && fold(stated) === fold(value))),
  );
}
