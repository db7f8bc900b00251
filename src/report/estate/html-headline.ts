import { type EstateReport, type Severity, severities } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { scoreCap } from './score-text.ts';
import { allPairs } from './state-count.ts';
import { trendOf, trendText } from './trend-text.ts';

const firstCount = 3;

/** What a person with one minute should know, as sentences: how bad, what helps most, whose it is, and what changed. */
export function headlineList(report: EstateReport): string {
  const sentences = [
    openText(report),
    capText(report),
    gainText(report),
    nobodyText(report),
    trendSentence(report),
  ].filter((text) => text !== '');
  return `<ul class="headline">${sentences.map((text) => `<li>${text}</li>`).join('')}</ul>`;
}

function openText({ summary }: EstateReport): string {
  if (allPairs(summary.pairs) === 0)
    return 'Nothing was evaluated: this report says nothing about the estate.';
  const { failing } = summary.score;
  const worst: readonly Severity[] = ['critical', 'high'];
  const counts = worst
    .filter((severity) => failing[severity] > 0)
    .map((severity) => `<b>${grouped(failing[severity])} ${severity}</b>`);
  const all = severities.reduce((sum, severity) => sum + failing[severity], 0);
  if (all === 0) return 'No failure was found in what was evaluated.';
  const which = counts.length === 0 ? 'none of them critical or high' : `${counts.join(' and ')} among them`;
  return `${counted(all, 'pair')} of policy and resource ${all === 1 ? 'fails' : 'fail'}, ${which}.`;
}

function capText({ summary }: EstateReport): string {
  const cap = scoreCap(summary.score);
  if (cap === undefined) return '';
  return `The score cannot exceed ${cap.value} while a ${cap.severity} finding is open: fix these first.`;
}

function gainText({ priorities, summary }: EstateReport): string {
  const { lost } = summary.score;
  const first = priorities.slice(0, firstCount);
  if (lost === 0 || first.length < firstCount || priorities.length === firstCount) return '';
  const share = first.reduce((sum, { weight }) => sum + weight, 0) / lost;
  return `The first ${firstCount} of ${counted(priorities.length, 'policy', 'policies')} to fix are <a href="#priorities">${percent(share)} of what the score lost</a>.`;
}

function nobodyText({ owners }: EstateReport): string {
  const all = owners.reduce((sum, { weight }) => sum + weight, 0);
  const nobody = owners.find(({ owner }) => owner === '')?.weight ?? 0;
  if (nobody === 0) return '';
  return `Nobody owns <a href="#owners">${percent(nobody / all)} of the weight</a> of what fails.`;
}

function trendSentence(report: EstateReport): string {
  const trend = trendOf(report);
  if (trend === undefined) return '';
  const text = xmlText(trendText(trend));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A share as a whole percentage; what is there is never 0 %, and what is left never 100 %. */
function percent(share: number): string {
  if (share >= 1) return '100 %';
  return `${Math.min(Math.max(Math.round(100 * share), 1), 99)} %`;
}
