import type { EstateReport } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { percentText, seconds } from './number-text.ts';
import { scoreFormula, scoreText, weightsText } from './score-text.ts';
import { provenPercent } from './state-count.ts';
import { stateWords } from './state-word.ts';

/** How each number is computed, with the numbers put in, so that a person can do it again. */
export function methodSection({ summary }: EstateReport): string {
  const { byResource: resources, score } = summary;
  const good = resources.compliant + resources.exempt + resources.unknown;
  const proven =
    good + resources.undecided + resources.nonCompliant + resources.conflicting + resources.error;
  const all = good + resources.nonCompliant + resources.conflicting + resources.error;
  const states = stateWords.map(({ word, meaning }) => `<dt>${word}</dt><dd>${meaning}</dd>`).join('');
  return `<div class="card method">
<h3>Score</h3>
<p>${scoreText(score)}: ${scoreFormula(score)}. Each evaluated pair of a policy and a resource can lose the weight of the policy’s severity (${weightsText(score)}); a failing pair loses it. Shown with one decimal, rounded down.</p>
<h3>Compliance</h3>
<p>Of the resources, each by its own state: ${percentText(summary.compliancePercent)} = (compliant + exempt + not attested) ÷ (these + non-compliant + conflicting + error) = ${grouped(good)} ÷ ${grouped(all)}, as Azure computes it, over what is decided. <b>Proven compliant</b> counts nothing that was not evaluated: ${grouped(resources.compliant)} ÷ ${grouped(proven)} = ${percentText(provenPercent(resources))}.</p>
<h3>States</h3>
<dl>${states}</dl>
<h3>Controls</h3>
<p>A control is <b>failing</b> when a policy that tests it has a failure, an error or a conflict, <b>undecided</b> when one has an undecided pair, and <b>no failure found</b> only when every pair was evaluated and is compliant. <b>To be attested</b>: only manual policies are in force for it. <b>Inherited from Microsoft</b>: only policies are in force for it that Microsoft answers for. <b>Not evaluable offline</b>: only policies are in force that need what no export holds. <b>Not covered</b>: no policy is in force for it.</p>
<p class="faint">${counted(summary.resources, 'resource')} and ${counted(summary.policies, 'policy', 'policies')} in ${seconds(summary.durationMs)}.</p>
</div>`;
}
