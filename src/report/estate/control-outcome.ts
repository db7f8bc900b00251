import type { ControlPosture } from '../../kernel/index.ts';

/** What is known of a control. Only `passing` is good. */
export type ControlOutcome =
  | 'failing'
  | 'undecided'
  | 'passing'
  | 'exempt'
  | 'empty'
  | 'attested'
  | 'inherited'
  | 'notEvaluable'
  | 'notCovered';

export const controlOutcomeWords: Readonly<Record<ControlOutcome, string>> = {
  failing: 'failing',
  undecided: 'undecided',
  passing: 'no failure found',
  exempt: 'exempt',
  empty: 'nothing to test',
  attested: 'to be attested',
  inherited: 'inherited from Microsoft',
  notEvaluable: 'not evaluable offline',
  notCovered: 'not covered',
};

/** Sums a control up. One undecided, exempt or failing pair is enough for it not to be passing. */
export function controlOutcome({ kind, pairs }: ControlPosture): ControlOutcome {
  if (kind !== 'tested') return kind;
  if (pairs.nonCompliant + pairs.error + pairs.conflicting > 0) return 'failing';
  if (pairs.undecided + pairs.unknown + pairs.notEvaluated > 0) return 'undecided';
  if (pairs.exempt > 0) return 'exempt';
  return pairs.compliant > 0 ? 'passing' : 'empty';
}

/** The controls of one framework. */
export interface Framework {
  readonly name: string;
  readonly controls: readonly ControlPosture[];
}

/** Controls by framework, both in the order of the report. */
export function frameworksOf(controls: readonly ControlPosture[]): Framework[] {
  const byName = new Map<string, ControlPosture[]>();
  for (const control of controls) {
    const list = byName.get(control.framework);
    if (list === undefined) byName.set(control.framework, [control]);
    else list.push(control);
  }
  return [...byName].map(([name, list]) => ({ name, controls: list }));
}

const kindWords = [
  ['tested', 'tested'],
  ['attested', 'attested'],
  ['inherited', 'inherited'],
  ['notEvaluable', 'not evaluable'],
  ['notCovered', 'not covered'],
] as const satisfies readonly (readonly [ControlPosture['kind'], string])[];

/** How many controls of a framework are of each kind, none left out: `40 tested`, `10 attested`, `0 inherited` .... */
export function kindCounts({ controls }: Framework): { readonly word: string; readonly count: number }[] {
  return kindWords.map(([kind, word]) => ({
    word,
    count: controls.filter((control) => control.kind === kind).length,
  }));
}

/** How many tested controls have a failure. */
export function failingControls({ controls }: Framework): number {
  return controls.filter((control) => controlOutcome(control) === 'failing').length;
}
