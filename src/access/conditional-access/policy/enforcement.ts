import { fold } from '../../../kernel/index.ts';
import type { Policy } from './policy.ts';

/** Whether the policy is in force, only reports what it would do, or does neither. */
export function enforcementOf({ state }: Policy): 'enforced' | 'reportOnly' | 'disabled' | undefined {
  switch (fold(state)) {
    case 'enabled':
      return 'enforced';
    case 'enabledforreportingbutnotenforced':
      return 'reportOnly';
    case 'disabled':
      return 'disabled';
    default:
      return undefined;
  }
}
