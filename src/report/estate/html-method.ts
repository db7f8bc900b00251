import type { EstateReport } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { percentText, seconds } from './number-text.ts';
import { scoreFormula, scoreText, weightsText } from './score-text.ts';
import { provenPercent } from './state-count.ts';
import { stateWords } from './state-word.ts';

/** How each number is computed, with the numbers put in, so that a person can do it again. */
export function methodSection({ summary }: EstateReport): string {
  const { pairs, score } = summary;
  const good = pairs.compliant + pairs.exempt + pairs.unknown;
  const proven = good + pairs.undecided + pairs.nonCompliant + pairs.conflicting + pairs.error;
  const all = good + pairs.nonCompliant + pairs.conflicting + pairs.error;
  const states = stateWords.map(({ word, meaning }) => `<dt>${word}</dt><dd>${meaning}</dd>`).join('');
  return `<div class="card method">
<h3>Score</h3>
<p>${scoreText(score)}: ${scoreFormula(score)}. Each evaluated pair of a policy and a resource can lose the weight of the policy’s severity (${weightsText(score)}); a failing pair loses it. Shown with one decimal, rounded down.</p>
<h3>Compliance</h3>
<p>${percentText(summary.compliancePercent)} = (compliant + exempt + not attested) ÷ (these + non-compliant + conflicting + error) = ${grouped(good)} ÷ ${grouped(all)}, as Azure computes it, over what is decided. <b>Proven compliant</b> counts nothing that was not evaluated: ${grouped(pairs.compliant)} ÷ ${grouped(proven)} = ${percentText(provenPercent(pairs))}.</p>
<h3>States</h3>
<dl>${states}</dl>
<h3>Controls</h3>
<p>A control is <b>failing</b> when a policy that tests it has a failure, an error or a conflict, <b>undecided</b> when one has an undecided pair, and <b>no failure found</b> only when every pair was evaluated and is compliant. <b>To be attested</b>: only manual policies are in force for it. <b>Inherited from Microsoft</b>: only policies are in force for it that Microsoft answers for. <b>Not evaluable offline</b>: only policies are in force that need what no export holds. <b>Not covered</b>: no policy is in force for it.</p>
<p class="faint">${counted(summary.resources, 'resource')} and ${counted(summary.policies, 'policy', 'policies')} in ${seconds(summary.durationMs)}.</p>
</div>`;
}
