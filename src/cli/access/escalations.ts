import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EscalationNode,
  type EscalationPath,
  type EscalationReport,
  type EscalationStep,
  escalations,
  readEscalationRules,
  readGround,
} from '../../access/index.ts';
import { fold, type Value } from '../../kernel/index.ts';
import { loadAppRoles } from '../../library/index.ts';
import { counted } from '../../report/index.ts';
import { packageFolder } from '../package-folder.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import type { AccessOptions, OpenedAccess } from './open-access.ts';
import { principalArgument } from './principal-argument.ts';
import { resourceArgument } from './resource-argument.ts';
import { section } from './tell-lines.ts';
import { countOption } from './who-can.ts';

interface Options extends AccessOptions {
  readonly from?: string;
  readonly to?: string;
  readonly tag?: string;
  readonly limit: string;
  readonly standing?: boolean;
}

/** `landguard access escalations`. */
export const escalationsCommand: AccessCommand<Options> = {
  name: 'escalations',
  arguments: [],
  description: 'find how principals get more than they were given',
  addOptions: (command) =>
    command
      .option(
        '--from <principal or resource>',
        'who or what an attacker has (default: every principal with access)',
      )
      .option('--to <principal, resource or scope>', 'what it is about (default: what matters most)')
      .option('--tag <name=value>', 'resources with this tag matter most too')
      .option('--standing', 'list also those who have all of it by their own role')
      .option('--limit <number>', 'print so many paths; all are counted', '20'),
  examples: ['escalations', 'escalations --from sam.okafor@contoso.example --to tenant'],
  exitCodes:
    '0 no path, 1 paths, 2 bad usage or input, 3 no path was found, but not everything was looked at.',
  answer: async (_, options, opened) => {
    const report = await reportOf(options, opened);
    const paths = report.paths.filter(({ isStanding }) => options.standing === true || !isStanding);
    const isWhole = report.cut.length === 0 && report.unseen.length === 0;
    const none = isWhole ? accessExitCodes.clean : accessExitCodes.open;
    const names = namesOf(opened);
    return {
      json: { ...report, paths },
      lines: tell({ ...report, paths }, countOption('--limit', options.limit), names),
      exitCode: paths.length > 0 ? accessExitCodes.no : none,
    };
  },
};

async function reportOf({ from, to, tag }: Options, opened: OpenedAccess): Promise<EscalationReport> {
  const { estate, model, facts, view } = opened;
  const folder = join(packageFolder(), 'facts');
  const rules = readEscalationRules(
    JSON.parse(readFileSync(join(folder, 'escalations.json'), 'utf8')) as Value,
  );
  const appRoles = loadAppRoles(folder);
  // Roles have ids of their own, so the application need not be known.
  const nameById = new Map(appRoles.all().map(({ id, value }) => [id, value]));
  const ground = await readGround(estate, model, rules, {
    builtInRoles: facts.builtIn(),
    appRoleName: (appId, id) =>
      appId === undefined ? nameById.get(fold(id)) : appRoles.find(appId, id)?.value,
  });
  const [name = '', value] = (tag ?? '').split('=');
  return escalations(ground, {
    rules,
    ...(view.at === undefined ? {} : { at: view.at }),
    ...(from === undefined ? {} : { from: await endArgument(from, opened) }),
    ...(to === undefined ? {} : { to: await endArgument(to, opened) }),
    ...(name === '' ? {} : { crown: { tag: { name, ...(value === undefined ? {} : { value }) } } }),
  });
}

/** A principal, or else a resource or scope. */
async function endArgument(text: string, { model, estate }: OpenedAccess): Promise<string> {
  if (fold(text) === 'tenant') return 'tenant';
  if (model.principals.named(text).length > 0) return principalArgument(model, text);
  return resourceArgument(estate, text);
}

function namesOf({ model }: OpenedAccess): (node: EscalationNode) => string {
  return (node) => {
    if (node.kind === 'role')
      return `the role ${model.roles.find(node.role)?.roleName ?? node.role} at ${node.id}`;
    if (node.kind !== 'principal') return nodeText(node);
    const position = model.principals.positionOf(node.id);
    if (position === undefined) return node.id;
    const { name, kind } = model.principals.at(position);
    return `${name} (${kind})`;
  };
}

function nodeText(node: EscalationNode): string {
  switch (node.kind) {
    case 'anyRole':
      return `any role at ${node.id === '/' ? 'the tenant root' : node.id}`;
    case 'secrets':
      return `the secrets of ${node.id}`;
    case 'data':
      return `the data of ${node.id}`;
    case 'tenant':
      return 'everything in the directory';
    case 'resource':
      return `code in ${node.id}`;
    default:
      return node.id;
  }
}

function tell(
  { paths, removals, starts, cut, unseen }: EscalationReport,
  limit: number,
  nameOf: (node: EscalationNode) => string,
): string[] {
  return [
    `${counted(paths.length, 'escalation')} from ${counted(starts, 'principal')}`,
    ...paths.slice(0, limit).flatMap((path) => tellPath(path, nameOf)),
    ...(paths.length > limit ? [`and ${paths.length - limit} more`] : []),
    ...section(
      'what to take away first',
      removals
        .slice(0, limit)
        .map(({ evidence, cuts }) => `${counted(cuts, 'path')}: ${evidence.what}  ${evidence.id}`),
    ),
    ...section('cut short', cut),
    ...section('not seen', unseen),
  ];
}

function tellPath(path: EscalationPath, nameOf: (node: EscalationNode) => string): string[] {
  const { from, to, severity, certainty, steps, removal } = path;
  const hedge = {
    certain: '',
    conditional: ', if conditions hold',
    unseen: ', unless what was not seen prevents it',
  }[certainty];
  return [
    `${severity}  ${nameOf(from)} -> ${nameOf(to)}${hedge}`,
    ...steps.flatMap((step, index) => tellStep(step, index, nameOf)),
    ...(removal === undefined || removal.length === 0
      ? []
      : section(
          '  take away',
          removal.map(({ what, id }) => `  ${what}  ${id}`),
        )),
  ];
}

function tellStep(step: EscalationStep, index: number, nameOf: (node: EscalationNode) => string): string[] {
  const { rule, to, evidence, activations, conditions, gaps } = step;
  return [
    `  ${index + 1}. ${rule.title} -> ${nameOf(to)}  [${rule.id}]`,
    ...evidence.map(
      ({ what, id, actions }) =>
        `       ${what}${actions.length === 0 ? '' : `: ${actions.join(', ')}`}  ${id}`,
    ),
    ...activations.map(({ approvers, needsMfa, assignmentId }) => {
      const asks = approvers.length > 0 ? `approval by ${approvers.join(' or ')}` : 'no approval';
      return `       after an activation with ${asks}${needsMfa ? ' and multifactor authentication' : ''}  ${assignmentId}`;
    }),
    ...conditions.map((one) => `       if ${one}`),
    ...gaps.map(({ what }) => `       not seen: ${what}`),
  ];
}
