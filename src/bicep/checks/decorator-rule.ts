import type { DecoratorSyntax, SyntaxNode } from '../syntax/index.ts';
import type { PlainKind } from './plain-type.ts';

/** Where a decorator may stand and what it takes (articles/azure-resource-manager/bicep/parameters.md#use-decorators, file.md#decorators). */
export interface DecoratorRule {
  readonly on: readonly SyntaxNode['kind'][] | 'anything';
  readonly argumentsMin: number;
  readonly argumentsMax: number;
  /** The types it can be attached to; every one where it is left out. */
  readonly types?: readonly PlainKind[];
  /** What its first argument is. */
  readonly argument?: PlainKind;
}

const typed: readonly SyntaxNode['kind'][] = [
  'parameter',
  'output',
  'type',
  'propertyType',
  'tupleItem',
  'additionalProperties',
];
const lengths = {
  on: typed,
  argumentsMin: 1,
  argumentsMax: 1,
  types: ['string', 'array'],
  argument: 'int',
} as const;
const limits = { on: typed, argumentsMin: 1, argumentsMax: 1, types: ['int'], argument: 'int' } as const;

const rules: ReadonlyMap<string, DecoratorRule> = new Map<string, DecoratorRule>([
  ['allowed', { on: ['parameter'], argumentsMin: 1, argumentsMax: 1, argument: 'array' }],
  ['batchSize', { on: ['resource', 'module'], argumentsMin: 1, argumentsMax: 1, argument: 'int' }],
  ['description', { on: 'anything', argumentsMin: 1, argumentsMax: 1, argument: 'string' }],
  ['discriminator', { on: typed, argumentsMin: 1, argumentsMax: 1, argument: 'string' }],
  ['export', { on: ['type', 'variable', 'function'], argumentsMin: 0, argumentsMax: 0 }],
  ['maxLength', lengths],
  ['maxValue', limits],
  ['metadata', { on: typed, argumentsMin: 1, argumentsMax: 1, argument: 'object' }],
  ['minLength', lengths],
  ['minValue', limits],
  ['nullIfNotFound', { on: ['resource'], argumentsMin: 0, argumentsMax: 0 }],
  ['onlyIfNotExists', { on: ['resource'], argumentsMin: 0, argumentsMax: 0 }],
  ['patch', { on: ['resource'], argumentsMin: 0, argumentsMax: 0 }],
  ['retryOn', { on: ['resource'], argumentsMin: 1, argumentsMax: 2, argument: 'array' }],
  ['sealed', { on: typed, argumentsMin: 0, argumentsMax: 0, types: ['object'] }],
  ['secure', { on: typed, argumentsMin: 0, argumentsMax: 0, types: ['string', 'object'] }],
  ['validate', { on: typed, argumentsMin: 1, argumentsMax: 2 }],
  ['waitUntil', { on: ['resource'], argumentsMin: 2, argumentsMax: 2 }],
]);

export function decoratorRule(name: string): DecoratorRule | undefined {
  return rules.get(name);
}

export function decoratorRuleNames(): Iterable<string> {
  return rules.keys();
}

/** The namespace that a decorator is written with. */
export function decoratorNamespace({ expression }: DecoratorSyntax): string | undefined {
  if (expression.kind !== 'methodCall' && expression.kind !== 'member') return undefined;
  return expression.target.kind === 'reference' ? expression.target.name : undefined;
}
