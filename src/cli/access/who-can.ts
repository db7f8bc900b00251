import { whoCan, whoCanText } from '../../access/index.ts';
import { UsageError } from '../usage-error.ts';
import type { AccessCommand } from './access-command.ts';
import { actionArgument } from './action-argument.ts';
import { argumentTexts } from './can.ts';
import type { AccessOptions } from './open-access.ts';
import { resourceArgument } from './resource-argument.ts';

interface Options extends AccessOptions {
  readonly limit: string;
}

/** `landguard access who-can`. */
export const whoCanCommand: AccessCommand<Options> = {
  name: 'who-can',
  arguments: [argumentTexts.action, ['<scope>', argumentTexts.resource[1]]],
  description: 'list who may do an action, groups followed to their members',
  addOptions: (command) =>
    command.option('--limit <number>', 'name so many principals; all are counted', '100'),
  examples: [
    'who-can Microsoft.Authorization/roleAssignments/write tenant',
    'who-can Microsoft.KeyVault/vaults/secrets/getSecret/action kv-shop --activate',
  ],
  answer: async ([action = '', scope = ''], { limit }, opened) => {
    const answer = whoCan(
      opened.model,
      {
        ...opened.view,
        action: actionArgument(action, opened),
        resource: await resourceArgument(opened.estate, scope),
      },
      { namesMax: countOption('--limit', limit) },
    );
    return { json: answer, lines: whoCanText(answer) };
  },
};

/** A count as an option has it. */
export function countOption(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new UsageError(`${name} takes a number up to 999999, but got \`${text}\``);
  return Number(text);
}
