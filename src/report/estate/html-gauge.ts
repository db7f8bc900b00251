import type { Score } from '../../kernel/index.ts';
import { tenths } from './number-text.ts';
import { scoreText } from './score-text.ts';

const arc = 'M 20 110 A 90 90 0 0 1 200 110';

/** The score as a half circle from 0 to 100, filled as far as the score goes. */
export function htmlGauge(score: Score): string {
  const { value } = score;
  const filled = value === undefined ? 0 : Math.min(Math.max(value, 0), 100);
  const number = value === undefined ? 'n/a' : tenths(value);
  // A dash of length 0 with round ends would still draw a dot.
  const meter =
    filled > 0
      ? `<path class="gauge-value" d="${arc}" pathLength="100" stroke-dasharray="${Math.round(filled * 100) / 100} 200"/>`
      : '';
  return `<svg class="gauge" viewBox="0 0 220 136" role="img" aria-label="Score ${scoreText(score)}">
<path class="gauge-track" d="${arc}"/>
${meter}
<text class="gauge-number" x="110" y="98" text-anchor="middle">${number}</text>
<text class="gauge-unit" x="110" y="119" text-anchor="middle">${value === undefined ? 'nothing evaluated' : 'of 100'}</text>
<text class="gauge-end" x="20" y="132" text-anchor="middle">0</text>
<text class="gauge-end" x="200" y="132" text-anchor="middle">100</text>
</svg>`;
}
