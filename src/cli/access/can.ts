import { type AccessVerdict, answerText, decide } from '../../access/index.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import { actionArgument } from './action-argument.ts';
import { principalArgument } from './principal-argument.ts';
import { resourceArgument } from './resource-argument.ts';

/** The exit code of an answer: only a certain yes is 0. */
export const exitCodeOfVerdict: Readonly<Record<AccessVerdict, number>> = {
  allowed: accessExitCodes.clean,
  denied: accessExitCodes.no,
  notGranted: accessExitCodes.no,
  allowedIf: accessExitCodes.open,
  unknown: accessExitCodes.open,
};

/** What the exit codes of such an answer mean. */
export const verdictExitCodes =
  '0 allowed, 1 not allowed, 2 bad usage or input, 3 on a condition or not known.';

/** What the arguments of questions are. */
export const argumentTexts = {
  principal: ['<principal>', 'an object id, user principal name, display name or application id'],
  action: ['<action>', 'an action of Azure, or of Microsoft Entra ID: microsoft.directory/...'],
  resource: ['<resource>', 'the id of a resource or scope, a unique name, or tenant'],
} as const;

/** `landguard access can`. */
export const canCommand: AccessCommand = {
  name: 'can',
  arguments: [argumentTexts.principal, argumentTexts.action, argumentTexts.resource],
  description: 'say whether a principal may do an action on a resource, and why',
  examples: [
    'can kim.berg@contoso.example Microsoft.Storage/storageAccounts/write rg-shop',
    'can app-shop Microsoft.KeyVault/vaults/secrets/getSecret/action kv-shop --json',
  ],
  exitCodes: verdictExitCodes,
  answer: async ([principal = '', action = '', resource = ''], _, opened) => {
    const answer = decide(opened.model, {
      ...opened.view,
      principal: principalArgument(opened.model, principal),
      action: actionArgument(action, opened),
      resource: await resourceArgument(opened.estate, resource),
    });
    return { json: answer, lines: answerText(answer), exitCode: exitCodeOfVerdict[answer.verdict] };
  },
};
