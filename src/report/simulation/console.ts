import type {
  OutcomeCounts,
  SimulatedEffect,
  SimulatedOutcome,
  SimulationReport,
} from '../../kernel/index.ts';
import { diagnosticLines } from '../console-diagnostic.ts';
import { indented } from '../console-lines.ts';
import { type ConsoleStyle, consoleStyle, type Paint } from '../console-style.ts';
import { tableLines } from '../estate/console-table.ts';
import { ownerName, policyName, scopeName } from '../estate/posture-text.ts';
import type { RenderOptions } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { counted, grouped } from '../summary-line.ts';

const words: readonly (readonly [outcome: SimulatedOutcome, word: string])[] = [
  ['denied', 'denied'],
  ['changed', 'changed'],
  ['remediated', 'remediated'],
  ['nonCompliant', 'reported'],
  ['error', 'in error'],
  ['undecided', 'undecided'],
  ['notEvaluated', 'not evaluated'],
];
const indent = 4;
const ownersShownMax = 10;
const policiesShownMax = 10;
const effectsShownMax = 10;

/** What an assignment would do, for a terminal: the counts and what of them is new, whose resources, which policies, some of the effects. */
export function renderSimulationConsole(report: SimulationReport, options: RenderOptions): string {
  const style = consoleStyle(options.color);
  const last = style.strong(summaryLine(report));
  if (options.quiet) return `${last}\n`;
  const blocks = [
    headLines(report, style, options),
    ownerLines(report, style, options),
    policyLines(report, style, options),
    effectLines(report, style, options),
    report.diagnostics.flatMap((one) => diagnosticLines(one, style, options)),
    [last],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function headLines(report: SimulationReport, style: ConsoleStyle, { width }: RenderOptions): string[] {
  const { assigned, scope, resources, affected, compliant, outcomes, isNew } = report;
  const told = words
    .filter(([outcome]) => outcomes[outcome] > 0)
    .map(([outcome, word]) => `${grouped(outcomes[outcome])} ${word} (${grouped(isNew[outcome])} new)`);
  return [
    style.strong(plainText(`${assigned} at ${scopeName(scope)}, if it were assigned`)),
    ...indented(
      `${counted(resources, 'resource')} there, a policy applies to ${grouped(affected)}; ${counted(compliant, 'pair')} compliant${told.length === 0 ? '' : `, ${told.join(', ')}`}`,
      indent,
      width,
    ),
  ];
}

function ownerLines({ owners }: SimulationReport, style: ConsoleStyle, options: RenderOptions): string[] {
  const shown = options.verbose ? owners : owners.slice(0, ownersShownMax);
  return table(
    'owners',
    'owner',
    shown.map(({ owner, outcomes }) => [ownerName(owner), outcomes]),
    owners.length - shown.length,
    style,
  );
}

function policyLines({ byPolicy }: SimulationReport, style: ConsoleStyle, options: RenderOptions): string[] {
  if (byPolicy.length < 2) return [];
  const shown = options.verbose ? byPolicy : byPolicy.slice(0, policiesShownMax);
  return table(
    'policies',
    'policy',
    shown.map(({ policy, effect, outcomes }) => [`${policyName(policy)} (${effect})`, outcomes]),
    byPolicy.length - shown.length,
    style,
  );
}

function table(
  title: string,
  column: string,
  rows: readonly (readonly [name: string, outcomes: OutcomeCounts])[],
  left: number,
  style: ConsoleStyle,
): string[] {
  if (rows.length === 0) return [];
  const shown = words.filter(([outcome]) => rows.some(([, outcomes]) => outcomes[outcome] > 0));
  const columns = [...shown.map(([, word]) => ({ title: word, isNumber: true })), { title: column }];
  const cells = rows.map(([name, outcomes]) => [
    ...shown.map(([outcome]) => grouped(outcomes[outcome])),
    name,
  ]);
  const [head = '', ...lines] = tableLines(columns, cells, indent);
  const more = left > 0 ? [style.faint(`${' '.repeat(indent)}and ${grouped(left)} more (--verbose)`)] : [];
  return [style.strong(title), style.faint(head), ...lines, ...more];
}

function effectLines({ effects }: SimulationReport, style: ConsoleStyle, options: RenderOptions): string[] {
  const shown = options.verbose ? effects : effects.slice(0, effectsShownMax);
  if (shown.length === 0) return [];
  const lines = shown.flatMap((effect) => oneEffect(effect, style, options));
  const left = effects.length - shown.length;
  const more = left > 0 ? [style.faint(`${' '.repeat(indent)}and ${grouped(left)} more (--verbose)`)] : [];
  return [style.strong('what would happen'), ...lines, ...more];
}

function oneEffect(effect: SimulatedEffect, style: ConsoleStyle, { width }: RenderOptions): string[] {
  const { outcome, isNew, resource, owner, policy, message } = effect;
  const word = words.find(([one]) => one === outcome)?.[1] ?? outcome;
  return [
    `${' '.repeat(indent)}${paintOf(outcome, style)(word)}${isNew ? '' : ' (already today)'}  ${plainText(`${resource.name} (${resource.type})`)}  ${style.faint(plainText(ownerName(owner)))}`,
    ...indented(`${policyName(policy)}: ${message}`, indent * 2, width),
  ];
}

function paintOf(outcome: SimulatedOutcome, style: ConsoleStyle): Paint {
  if (outcome === 'denied') return style.denied;
  if (outcome === 'error') return style.failed;
  return outcome === 'undecided' || outcome === 'notEvaluated' ? style.undecided : style.warning;
}

function summaryLine({ outcomes, isNew, affected }: SimulationReport): string {
  const told = words
    .filter(([outcome]) => outcome !== 'notEvaluated' || outcomes[outcome] > 0)
    .map(([outcome, word]) => `${grouped(outcomes[outcome])} ${word}`);
  const fresh = Object.values(isNew).reduce((sum, count) => sum + count, 0);
  return [counted(affected, 'resource'), ...told, `${grouped(fresh)} of these new`].join(' · ');
}
