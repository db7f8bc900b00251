import { expect, it } from 'vitest';
import { controlPostures } from './controls.ts';
import { noStates } from './states.ts';

const failing = { ...noStates, nonCompliant: 2, compliant: 1 };
const titled = (id: string) => ({ id, title: `About ${id}` });

it('never calls a control good that nothing tests', () => {
  const controls = controlPostures(
    { name: 'MCSB', controls: ['NS-10', 'NS-2', 'IR-1', 'GS-1', 'DS-6', 'PA-1'].map(titled) },
    [
      { controls: ['NS-2'], states: failing, kind: 'evaluated' },
      { controls: ['NS-2', 'IR-1'], states: failing, kind: 'manual' },
      { controls: ['GS-1'], states: noStates, kind: 'microsoft' },
      { controls: ['DS-6'], states: noStates, kind: 'notEvaluable' },
    ],
  );
  expect(controls.map(({ id, kind, policies, pairs }) => [id, kind, policies, pairs.nonCompliant])).toEqual([
    ['DS-6', 'notEvaluable', 1, 0],
    ['GS-1', 'inherited', 1, 0],
    ['IR-1', 'attested', 1, 2],
    ['NS-2', 'tested', 2, 4],
    ['NS-10', 'notCovered', 0, 0],
    ['PA-1', 'notCovered', 0, 0],
  ]);
  expect(controls[0]).toMatchObject({ framework: 'MCSB', title: 'About DS-6' });
});
