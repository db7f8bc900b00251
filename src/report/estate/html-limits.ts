import type { Diagnostic, EstateReport } from '../../kernel/index.ts';
import { formatPlace } from '../../kernel/index.ts';
import { diagnosticPlace } from '../diagnostic-place.ts';
import { counted } from '../summary-line.ts';
import { xmlText } from '../xml-text.ts';
import { type Limit, limitsOf } from './limit-lines.ts';

const namesShownMax = 5;

/** What the answer does not rest on, and what was wrong with the input. */
export function limitSection(report: EstateReport): string {
  const limits = limitsOf(report);
  const intro =
    limits.length === 0
      ? '<p>Every scope has an assignment, every policy in force was evaluated, and every pair was decided.</p>'
      : `<ul class="limits">${limits.map(limitText).join('')}</ul>`;
  return `<div class="card">${intro}</div>${diagnosticsText(report.diagnostics)}`;
}

function limitText({ text, meaning, names }: Limit): string {
  const head = `<p><b>${text}</b> <span class="faint">${meaning}</span></p>`;
  if (names.length === 0) return `<li>${head}</li>`;
  const shown = namesText(names.slice(0, namesShownMax));
  const rest = names.slice(namesShownMax);
  const more =
    rest.length === 0
      ? ''
      : `<details class="more"><summary>${rest.length} more</summary>${namesText(rest)}</details>`;
  return `<li>${head}${shown}${more}</li>`;
}

function namesText(names: readonly string[]): string {
  return `<ul class="names">${names.map((name) => `<li>${xmlText(name)}</li>`).join('')}</ul>`;
}

function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const items = diagnostics.map((diagnostic) => {
    const place = diagnosticPlace(diagnostic);
    const where = place === undefined ? '' : `<p class="faint">${xmlText(formatPlace(place))}</p>`;
    return `<li><p><b>${diagnostic.level} ${diagnostic.code}</b> ${xmlText(diagnostic.message)}</p><p class="faint">${xmlText(diagnostic.advice)}</p>${where}</li>`;
  });
  return `\n<div class="card"><details class="more"><summary>${counted(items.length, 'remark')} on the input</summary><ul class="limits">${items.join('')}</ul></details></div>`;
}
