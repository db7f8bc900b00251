import { type Attribute, readAttribute } from './attribute.ts';
import type { Scalar } from './comparable.ts';

/** What is known of one attribute: its values, or `null` when it is known not to be there. */
export type AttributeFact = readonly Scalar[] | null;

/** What is known of an access. What is `undefined` or not listed is not known. */
export interface ConditionFacts {
  /** The action, or a pattern of actions when the question is about all of them. */
  readonly action?: string | undefined;
  /** The suboperation; `null` when the action is known to have none. */
  readonly subOperation?: string | null | undefined;
  /** By the attribute's key ({@link Attribute}). */
  readonly attributes?: ReadonlyMap<string, AttributeFact> | undefined;
}

/** Nothing is known. */
export const noFacts: ConditionFacts = {};

/**
 * Facts about attributes by the way conditions write them, such as `@Resource[Contoso.Shop/things:name]`. Throws RangeError for a name that
 * is no attribute: the names come from the program, not from a user.
 */
export function attributeFacts(
  facts: Readonly<Record<string, Scalar | readonly Scalar[] | null>>,
): ReadonlyMap<string, AttributeFact> {
  return new Map(
    Object.entries(facts).map(([name, value]) => [
      attributeNamed(name).key,
      value === null || typeof value === 'object' ? value : [value],
    ]),
  );
}

/** Reads `@Source[namespace:name]`. Throws RangeError for anything else. */
export function attributeNamed(text: string): Attribute {
  const open = text.indexOf('[');
  const read =
    text.startsWith('@') && open !== -1 && text.endsWith(']')
      ? readAttribute(text.slice(1, open), text.slice(open + 1, -1))
      : undefined;
  if (read?.kind !== 'attribute') throw new RangeError(`\`${text}\` is no attribute of a condition`);
  return read;
}

const subOperationKey = attributeNamed('@Request[subOperation]').key;

/** What is known of an attribute; `undefined` when nothing is. */
export function factOf({ key }: Attribute, facts: ConditionFacts): AttributeFact | undefined {
  const fact = facts.attributes?.get(key);
  if (fact !== undefined || key !== subOperationKey) return fact;
  // Conditions written before `SubOperationMatches` compare an attribute with the suboperation.
  return typeof facts.subOperation === 'string' ? [facts.subOperation] : facts.subOperation;
}
