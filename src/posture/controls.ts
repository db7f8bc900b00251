import type { ControlPosture, StateNumbers } from '../kernel/index.ts';
import { addStates, noStates } from './states.ts';

/** What controls are of: a framework with all its controls. */
export interface ControlFramework {
  readonly name: string;
  readonly controls: readonly { readonly id: string; readonly title: string }[];
}

/** A policy in force as evidence for controls. */
export interface ControlEvidence {
  /** Ids of the framework's controls. */
  readonly controls: readonly string[];
  readonly states: StateNumbers;
  /** `manual` when a person attests it, `microsoft` when it is Microsoft's part, `notEvaluable` when nothing offline can answer it. */
  readonly kind: 'evaluated' | 'manual' | 'microsoft' | 'notEvaluable';
}

/**
 * The state of each control of a framework: tested where a policy was evaluated for it, attested, inherited or not evaluable where only such policies are in
 * force, and not covered where none is. What is not covered is listed as such, never as good.
 */
export function controlPostures(
  framework: ControlFramework,
  evidence: readonly ControlEvidence[],
): ControlPosture[] {
  const byControl = new Map<string, ControlEvidence[]>();
  for (const one of evidence) {
    for (const id of one.controls) {
      const list = byControl.get(id);
      if (list === undefined) byControl.set(id, [one]);
      else list.push(one);
    }
  }
  return framework.controls
    .map(({ id, title }): ControlPosture => {
      const own = byControl.get(id) ?? [];
      return {
        framework: framework.name,
        id,
        title,
        kind: kindOf(new Set(own.map(({ kind }) => kind))),
        policies: own.length,
        pairs: own.reduce((sum, { states }) => addStates(sum, states), noStates),
      };
    })
    .sort((a, b) => compareIds(a.id, b.id));
}

function kindOf(kinds: ReadonlySet<ControlEvidence['kind']>): ControlPosture['kind'] {
  if (kinds.has('evaluated')) return 'tested';
  if (kinds.has('manual')) return 'attested';
  if (kinds.has('microsoft')) return 'inherited';
  return kinds.has('notEvaluable') ? 'notEvaluable' : 'notCovered';
}

/** `NS-2` before `NS-10`. */
function compareIds(a: string, b: string): number {
  const padded = [a, b].map((id) => id.replace(/\d+/g, (digits) => digits.padStart(6, '0')));
  return padded[0]! < padded[1]! ? -1 : padded[0]! > padded[1]! ? 1 : 0;
}
