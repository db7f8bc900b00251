import { type EstateReport, type FindingLifecycle, severities } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { notCompliantPairs, unlistedFindings } from './state-count.ts';
import { stateWords } from './state-word.ts';

const columns = [
  ['severity', 'Severity'],
  ['state', 'State'],
  ['policy', 'Policy and evidence'],
  ['resource', 'Resource'],
  ['owner', 'Owner'],
] as const;

const lifecycles: readonly FindingLifecycle[] = ['new', 'regressed', 'expired', 'open'];

/** The frame of the findings: filters and an empty table, which the script fills. */
export function findingSection(report: EstateReport): string {
  if (report.findings.length === 0) return '<p class="card">No finding is listed.</p>';
  const severityOptions = severities.map((severity) => `<option value="${severity}">${severity}</option>`);
  const stateOptions = stateWords
    .filter(({ state }) => report.findings.some((finding) => finding.state === state))
    .map(({ state, word }) => `<option value="${state}">${word}</option>`);
  const heads = columns.map(
    ([key, title]) =>
      `<th scope="col" class="column-${key}"><button type="button" data-sort="${key}">${title}</button><span class="print-only">${title}</span></th>`,
  );
  return `${unlistedText(report)}<noscript><p class="card">The list needs the script of this page. The same findings are in the CSV and JSON reports.</p></noscript>
<div class="card" id="finding-card" hidden>
<form id="filters" class="filters" role="search" aria-label="Filter the findings">
<label class="grow">Search<input type="search" id="search" placeholder="policy, resource, evidence, control …" autocomplete="off" spellcheck="false"></label>
<label>Severity<select id="by-severity"><option value="">all</option>${severityOptions.join('')}</select></label>
<label>State<select id="by-state"><option value="">all</option>${stateOptions.join('')}</select></label>
<label>Owner<select id="by-owner"><option value="">all</option></select></label>
${lifecycleFilter(report)}<button type="reset">Clear</button>
</form>
<div class="pager"><p id="count" role="status"></p><div><button type="button" id="previous">Previous</button> <button type="button" id="next">Next</button></div></div>
<div class="scroll" role="region" aria-label="Findings" tabindex="0"><table id="finding-table">
<caption>Findings</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody></tbody>
</table></div>
<p class="print-only">Printed are the rows that the page showed. All findings are in the CSV and JSON reports.</p>
</div>`;
}

/** A choice by how findings stand to earlier assessments, when there were some. */
function lifecycleFilter({ findings }: EstateReport): string {
  const present = new Set(findings.map(({ lifecycle }) => lifecycle));
  const options = lifecycles
    .filter((lifecycle) => present.has(lifecycle))
    .map((lifecycle) => `<option value="${lifecycle}">${lifecycle}</option>`);
  if (options.length === 0) return '';
  return `<label>Since before<select id="by-lifecycle"><option value="">all</option>${options.join('')}</select></label>\n`;
}

function unlistedText(report: EstateReport): string {
  if (unlistedFindings(report) === 0) return '';
  const all = grouped(notCompliantPairs(report.summary.pairs));
  return `<p class="lead">${grouped(report.findings.length)} of ${all} pairs that are not compliant are listed here; the counts above include all of them.</p>\n`;
}
