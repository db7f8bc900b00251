import type { DefenderScore } from '../../kernel/index.ts';
import { amount, percentText } from './number-text.ts';

/** `Defender secure score 41.3 %, 12.4 of 30 points`. */
export function defenderText({ value, current, max }: DefenderScore): string {
  return `Defender secure score ${percentText(value)}, ${amount(current)} of ${amount(max)} points`;
}
