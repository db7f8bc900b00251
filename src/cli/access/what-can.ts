import { type ScopeActions, type StatedActions, type WhatCanAnswer, whatCan } from '../../access/index.ts';
import type { AccessCommand } from './access-command.ts';
import { argumentTexts } from './can.ts';
import type { AccessOptions } from './open-access.ts';
import { principalArgument } from './principal-argument.ts';
import { nameOf, section, tellGaps } from './tell-lines.ts';

interface Options extends AccessOptions {
  readonly directory?: boolean;
}

/** `landguard access what-can`. */
export const whatCanCommand: AccessCommand<Options> = {
  name: 'what-can',
  arguments: [argumentTexts.principal],
  description: 'list what a principal may do, as patterns of actions by scope',
  addOptions: (command) => command.option('--directory', 'in Microsoft Entra ID, instead of Azure'),
  examples: ['what-can app-shop', 'what-can sam.okafor@contoso.example --activate --json'],
  answer: ([principal = ''], { directory }, { model, view }) => {
    const realm = directory === true ? 'directory' : 'azure';
    const answer = whatCan(model, { ...view, realm, principal: principalArgument(model, principal) });
    return { json: answer, lines: tell(answer) };
  },
};

function tell({ principal, scopes, unknownRoles, unseen }: WhatCanAnswer): string[] {
  const who = principal === undefined ? 'nobody' : nameOf(principal);
  return [
    scopes.length === 0 ? `${who} has no role that is active` : who,
    ...scopes.flatMap(tellScope),
    ...section(
      'roles that were not seen',
      unknownRoles.map(({ role, assignmentId }) => `${role}  ${assignmentId}`),
    ),
    ...tellGaps(unseen),
  ];
}

function tellScope({ scope, always, onCondition, atScopeOnly, assignments }: ScopeActions): string[] {
  const lines = [
    ...tellActions('', always.control),
    ...tellActions('data: ', always.data),
    ...tellActions('on a condition: ', onCondition.control),
    ...tellActions('data, on a condition: ', onCondition.data),
    ...(atScopeOnly === undefined ? [] : ['a deny assignment holds at this scope alone']),
    ...assignments,
  ];
  return section(scope, lines);
}

const patternsMax = 12;

/** Patterns of actions, one on a line, with what they leave out. */
export function tellActions(prefix: string, actions: StatedActions): string[] {
  const lines = actions
    .slice(0, patternsMax)
    .map(
      ({ pattern, except = [] }) =>
        `${prefix}${pattern}${except.length === 0 ? '' : ` but ${cutList(except)}`}`,
    );
  return actions.length > patternsMax
    ? [...lines, `${prefix}and ${actions.length - patternsMax} more`]
    : lines;
}

function cutList(names: readonly string[]): string {
  const more = names.length > patternsMax ? ` and ${names.length - patternsMax} more` : '';
  return `${names.slice(0, patternsMax).join(', ')}${more}`;
}
