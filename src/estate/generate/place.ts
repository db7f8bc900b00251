import type { ValueObject } from '../../kernel/index.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import type { Random } from './random.ts';
import { type WeaknessName, weaknesses } from './weaknesses.ts';

/** Where resources are made: a resource group, and what they may point to. */
export interface Place {
  readonly random: Random;
  /** ISO 8601. */
  readonly now: string;
  readonly subscription: GeneratedSubscription;
  readonly groupId: string;
  readonly groupName: string;
  readonly location: string;
  readonly tags: ValueObject;
  /** What makes names unique and readable: `orders-prod-00012`. */
  readonly suffix: string;
  /** The same for names of letters and digits alone, 15 characters at most: `orders00012`. */
  readonly compactSuffix: string;
  readonly isProduction: boolean;
}

/** Whether a weakness is planted this time. */
export function has({ random }: Place, name: WeaknessName): boolean {
  return random.chance(weaknesses[name].share);
}
