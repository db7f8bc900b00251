import {
  authenticationMethods,
  type DecisionFact,
  type DecisionPart,
  type DecisionRecord,
  decideSession,
} from '../../access/index.ts';
import { fold } from '../../kernel/index.ts';
import { UsageError } from '../usage-error.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import { actionArgument } from './action-argument.ts';
import { argumentTexts } from './can.ts';
import { openTenant } from './open-tenant.ts';
import { principalArgument } from './principal-argument.ts';
import { resourceArgument } from './resource-argument.ts';
import { addSignInOptions, type SignInOptions, signInOf } from './sign-in-options.ts';
import { section } from './tell-lines.ts';
import { outcomeJson, policyJson } from './what-if.ts';

interface Options extends SignInOptions {
  readonly method?: string;
}

/** `landguard access decide`. */
export const decideCommand: AccessCommand<Options> = {
  name: 'decide',
  arguments: [argumentTexts.principal, argumentTexts.action, argumentTexts.resource],
  description: 'say whether a session is known, trusted and allowed to act',
  addOptions: (command) =>
    addSignInOptions(command).option(
      '--method <name>',
      'how the principal authenticated, as authentication strengths say it: fido2, password, password,sms ...',
    ),
  examples: ['decide kim.berg@contoso.example Microsoft.Storage/storageAccounts/write rg-hub --method fido2'],
  exitCodes:
    '0 allowed, 1 not allowed, 2 bad usage or input, 3 allowed if something is satisfied, or not known.',
  answer: async ([principal = '', action = '', resource = ''], options, opened) => {
    const { reading, evaluation } = openTenant(opened);
    const record = decideSession(
      { model: opened.model, reading, evaluation },
      {
        ...opened.view,
        principal: principalArgument(opened.model, principal),
        action: actionArgument(action, opened),
        resource: await resourceArgument(opened.estate, resource),
        signIn: signInOf(options),
        method: methodOption(options.method),
      },
    );
    const exitCode = {
      yes: accessExitCodes.clean,
      no: accessExitCodes.no,
      if: accessExitCodes.open,
      unknown: accessExitCodes.open,
    };
    return { json: recordJson(record), lines: tell(record), exitCode: exitCode[record.allowed.outcome] };
  },
};

/** A method, or several that were used together. */
function methodOption(text: string | undefined): string | undefined {
  const known = new Set(authenticationMethods.map(fold));
  if (text === undefined || text.split(',').every((one) => known.has(fold(one.trim())))) return text;
  throw new UsageError(
    `--method takes one or, with commas, several of ${authenticationMethods.join(', ')}, but got \`${text}\``,
  );
}

function tell({ text, action, resource, known, trusted, allowed }: DecisionRecord): string[] {
  return [
    text,
    `  ${action} on ${resource}`,
    ...tellPart('known', known),
    ...tellPart('trusted', trusted),
    ...tellPart('allowed', allowed),
  ];
}

const marks: Readonly<Record<DecisionFact['outcome'], string>> = { yes: '+', no: '-', if: '~', unknown: '?' };

function tellPart(title: string, { outcome, facts }: DecisionPart): string[] {
  return section(
    `${marks[outcome]} ${title}`,
    facts.flatMap((fact) => [
      `${marks[fact.outcome]} ${fact.text}`,
      ...fact.objects.map((id) => `    ${id}`),
    ]),
  );
}

function recordJson({ signIn, ...record }: DecisionRecord): object {
  if (signIn === undefined) return record;
  const open = signIn.open.map(({ policy, controls }) => ({ policy: policyJson(policy), controls }));
  return { ...record, signIn: { outcome: outcomeJson(signIn.outcome), open } };
}
