import { expect, it } from 'vitest';
import { Unknown } from '../kernel/index.ts';
import { evaluateText } from './expand-for-test.ts';

it.each([
  ["[externalInput('sys.cliArg', 'office')]", 'the external input sys.cliArg office'],
  ["[externalInput('sys.cliArg')]", 'the external input sys.cliArg'],
  ["[externalInput('ev2.scopeBinding', createObject('a', 1))]", 'the external input ev2.scopeBinding'],
  ["[externalInputs('sys_cliArg_0')]", 'the external input sys_cliArg_0'],
  ["[toLogicalZone('s', 'westeurope', '1')]", 'the zone mapping of the subscription'],
])('%s waits for %s', (text, name) => {
  const value = evaluateText(text);
  expect(value).toBeInstanceOf(Unknown);
  expect((value as Unknown).causes).toEqual([{ kind: 'external', name }]);
});
