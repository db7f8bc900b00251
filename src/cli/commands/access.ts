import type { Command } from 'commander';
import { addAccessCommand } from '../access/access-command.ts';
import { canCommand } from '../access/can.ts';
import { coverageCommand } from '../access/coverage.ts';
import { decideCommand } from '../access/decide.ts';
import { diffCommand } from '../access/diff.ts';
import { escalationsCommand } from '../access/escalations.ts';
import { explainCommand } from '../access/explain.ts';
import { leastPrivilegeCommand } from '../access/least-privilege.ts';
import { measuresCommand } from '../access/measures.ts';
import { replayCommand } from '../access/replay.ts';
import { reviewCommand } from '../access/review.ts';
import { whatCanCommand } from '../access/what-can.ts';
import { whatIfCommand } from '../access/what-if.ts';
import { whoCanCommand } from '../access/who-can.ts';
import type { Surroundings } from '../surroundings.ts';

/** `landguard access`: who can do what in an exported estate, and why. */
export function accessCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const access = program
    .command('access')
    .description('ask an exported estate who can do what, and why')
    .addHelpText(
      'after',
      `
What was not exported is never taken for allowed or denied: answers say what they did not see, and
docs/access.md how to bring it.

Examples:
  $ landguard access can kim.berg@contoso.example Microsoft.Storage/storageAccounts/write rg-shop
  $ landguard access who-can Microsoft.Authorization/roleAssignments/write tenant
  $ landguard access escalations
  $ landguard access conditional-access coverage
`,
    );
  addAccessCommand(access, canCommand, surroundings, finish);
  addAccessCommand(access, whoCanCommand, surroundings, finish);
  addAccessCommand(access, whatCanCommand, surroundings, finish);
  addAccessCommand(access, explainCommand, surroundings, finish);
  addAccessCommand(access, diffCommand, surroundings, finish);
  addAccessCommand(access, leastPrivilegeCommand, surroundings, finish);
  addAccessCommand(access, reviewCommand, surroundings, finish);
  addAccessCommand(access, decideCommand, surroundings, finish);
  addAccessCommand(access, measuresCommand, surroundings, finish);
  addAccessCommand(access, escalationsCommand, surroundings, finish);
  const conditional = access
    .command('conditional-access')
    .description('ask the Conditional Access policies of an exported estate')
    .addHelpText(
      'after',
      '\nExamples:\n  $ landguard access conditional-access coverage\n  $ landguard access conditional-access what-if kim.berg@contoso.example --client browser\n',
    );
  addAccessCommand(conditional, whatIfCommand, surroundings, finish);
  addAccessCommand(conditional, coverageCommand, surroundings, finish);
  addAccessCommand(conditional, replayCommand, surroundings, finish);
}
