import { isObject } from '../kernel/index.ts';
import type { PolicyDefinition } from './definition.ts';
import { get } from './policy-parameters.ts';

/** The type that an existence effect looks for, as the definition writes it (`details.type`); `undefined` where it names none. */
export function relatedTypeOf({ rule }: PolicyDefinition): string | undefined {
  const type = rule.details !== undefined && isObject(rule.details) ? get(rule.details, 'type') : undefined;
  return typeof type === 'string' ? type : undefined;
}
