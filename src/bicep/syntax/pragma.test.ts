import { expect, it } from 'vitest';
import { parseBicep } from './parse-bicep.ts';

it('lists the pragmas of a file with their codes and places', () => {
  const text = `#disable-diagnostics no-unused-params
param a string
  #disable-next-line BCP081\tBCP036 // why
#restore-diagnostics no-unused-params
`;
  const { pragmas, diagnostics } = parseBicep('main.bicep', text);
  expect(diagnostics).toEqual([]);
  expect(pragmas.map(({ kind, codes, start, end }) => [kind, codes, text.slice(start, end)])).toEqual([
    ['disable-diagnostics', ['no-unused-params'], '#disable-diagnostics no-unused-params'],
    ['disable-next-line', ['BCP081', 'BCP036'], '#disable-next-line BCP081\tBCP036'],
    ['restore-diagnostics', ['no-unused-params'], '#restore-diagnostics no-unused-params'],
  ]);
});
