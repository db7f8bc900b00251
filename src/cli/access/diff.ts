import { type AccessChange, type AccessDifference, diffAccess } from '../../access/index.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import { type AccessOptions, exportedSources, readEstate } from './open-access.ts';
import { nameOf, section } from './tell-lines.ts';
import { tellActions } from './what-can.ts';

/** `landguard access diff`. */
export const diffCommand: AccessCommand<AccessOptions> = {
  name: 'diff',
  arguments: [
    ['<before>', 'the folder of an exported estate'],
    ['<after>', 'the folder that it is compared with'],
  ],
  description: 'say who gained and who lost what from one estate to another',
  examples: ['diff estate-june estate-july', 'diff estate-june estate-july --activate --json'],
  estateOf: ([, after]) => after,
  answer: async ([before = ''], options, { facts, view, config, surroundings, model }) => {
    const earlier = await readEstate(before, exportedSources(options, config), facts, surroundings);
    printDiagnostics(earlier.diagnostics, surroundings);
    const difference = diffAccess(earlier.model, model, view);
    const isBroken = earlier.diagnostics.some(({ level }) => level === 'error');
    const exitCode = isBroken ? accessExitCodes.badInput : accessExitCodes.clean;
    return { json: difference, lines: tell(difference), exitCode };
  },
};

function tell({ changes, principalCount }: AccessDifference): string[] {
  if (changes.length === 0) return ['nobody gained or lost anything'];
  const count = `${principalCount} principal${principalCount === 1 ? '' : 's'}`;
  return [`access changed for ${count}`, ...changes.flatMap(tellChange)];
}

function tellChange({ principal, scope, gained, lost, freed, restricted }: AccessChange): string[] {
  return section(`${nameOf(principal)} at ${scope}`, [
    ...tellActions('+ ', gained.control),
    ...tellActions('+ data: ', gained.data),
    ...tellActions('- ', lost.control),
    ...tellActions('- data: ', lost.data),
    ...tellActions('+ no longer on a condition: ', freed.control),
    ...tellActions('+ data, no longer on a condition: ', freed.data),
    ...tellActions('- only on a condition now: ', restricted.control),
    ...tellActions('- data, only on a condition now: ', restricted.data),
  ]);
}
