import { answerText, explain, type NearMiss } from '../../access/index.ts';
import type { AccessCommand } from './access-command.ts';
import { actionArgument } from './action-argument.ts';
import { argumentTexts, exitCodeOfVerdict, verdictExitCodes } from './can.ts';
import { principalArgument } from './principal-argument.ts';
import { resourceArgument } from './resource-argument.ts';
import { section } from './tell-lines.ts';

const reasons: Readonly<Record<NearMiss['because'], string>> = {
  otherScope: 'has the action, but not for this resource',
  otherAction: 'holds for this resource, but does not have the action',
  otherTime: 'would grant it, but is not in force',
};

/** `landguard access explain`: as `can`, and what else the principal has. */
export const explainCommand: AccessCommand = {
  name: 'explain',
  arguments: [argumentTexts.principal, argumentTexts.action, argumentTexts.resource],
  description: 'as can, and what the principal has that does not grant it',
  examples: ['explain sam.okafor@contoso.example Microsoft.Authorization/roleAssignments/write rg-shop'],
  exitCodes: verdictExitCodes,
  answer: async ([principal = '', action = '', resource = ''], _, opened) => {
    const explanation = explain(opened.model, {
      ...opened.view,
      principal: principalArgument(opened.model, principal),
      action: actionArgument(action, opened),
      resource: await resourceArgument(opened.estate, resource),
    });
    const { answer, nearMisses } = explanation;
    const misses = nearMisses.map(
      ({ roleName, scope, because, assignmentId }) =>
        `${roleName} at ${scope} ${reasons[because]}  ${assignmentId}`,
    );
    return {
      json: explanation,
      lines: [
        ...answerText(answer),
        ...section('scopes that count, nearest first', answer.scopes),
        ...section('what does not grant it', misses),
      ],
      exitCode: exitCodeOfVerdict[answer.verdict],
    };
  },
};
