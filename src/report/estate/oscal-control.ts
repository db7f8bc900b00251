import type { ControlPosture, EstateFinding } from '../../kernel/index.ts';
import { counted } from '../summary-line.ts';
import { uuidOf } from '../uuid-v5.ts';
import { type ControlOutcome, controlOutcome, controlOutcomeWords } from './control-outcome.ts';
import { observationUuid } from './oscal-observation.ts';
import { oscalMarkup, oscalProp, oscalToken } from './oscal-text.ts';
import { stateWords } from './state-word.ts';

/** What is said of a control: only what is proven is satisfied. A control without an answer has no finding. */
const statuses: Readonly<Partial<Record<ControlOutcome, readonly [state: string, reason: string]>>> = {
  failing: ['not-satisfied', 'fail'],
  undecided: ['not-satisfied', 'other'],
  exempt: ['not-satisfied', 'other'],
  passing: ['satisfied', 'pass'],
};

/** Whether policies gave an answer about the control. */
export function isReviewed(control: ControlPosture): boolean {
  return statuses[controlOutcome(control)] !== undefined;
}

/** A reviewed control as a `finding`, with the observations that belong to it. */
export function oscalFinding(control: ControlPosture, findings: readonly EstateFinding[]): object {
  const { framework, id, title, pairs, policies } = control;
  const outcome = controlOutcome(control);
  const [state, reason] = statuses[outcome]!;
  const word = controlOutcomeWords[outcome];
  return {
    uuid: uuidOf('control', framework, id),
    title: oscalMarkup(`${framework} ${id}${title === '' ? '' : ` ${title}`}: ${word}`),
    description: oscalMarkup(
      `${counted(policies, 'policy', 'policies')} in force for this control: ${word}.`,
    ),
    props: [
      ...oscalProp('framework', framework),
      ...oscalProp('control', id),
      ...stateWords.flatMap((one) => oscalProp(`pairs-${one.state}`, pairs[one.state] || undefined)),
    ],
    target: {
      type: 'objective-id',
      'target-id': oscalToken(id),
      status: {
        state,
        reason,
        remarks: 'Policies test a part of a control; what they do not look at is not assessed.',
      },
    },
    ...(findings.length > 0 && {
      'related-observations': findings.map((finding) => ({
        'observation-uuid': observationUuid(framework, finding),
      })),
    }),
  };
}
