import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { policyDifference, policySet, simulate } from '../../assess/index.ts';
import type { Estate } from '../../estate/index.ts';
import { openEstateFolder } from '../../estate-files/index.ts';
import { type Diagnostic, fold, suggest, type Value } from '../../kernel/index.ts';
import { loadAliases, loadCapabilities } from '../../library/index.ts';
import { type AssignedPolicy, canHaveEffect, type PolicyAssignment } from '../../policy/index.ts';
import { subscriptionOwners } from '../../posture/index.ts';
import {
  jsonText,
  type RenderOptions,
  renderDifferenceConsole,
  renderSimulationConsole,
} from '../../report/index.ts';
import { loadRoles } from '../../workspace/index.ts';
import { policiesOfEstate } from '../estate-policies.ts';
import { exitCodes } from '../exit-code.ts';
import { asLibraryWarning } from '../library-warning.ts';
import { openPolicies } from '../open-policies.ts';
import { packageFolder } from '../package-folder.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly assign: string;
  readonly at: string;
  readonly effect?: string;
  readonly parameter: string[];
  readonly insteadOf?: string;
  readonly architecture?: string;
  readonly roles?: string;
  readonly format: 'console' | 'json';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** `landguard simulate`: what an assignment would do to an estate, before anyone makes it. */
export function simulateCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  program
    .command('simulate')
    .argument('<estate>', 'the folder of the estate')
    .description('say what a policy would do to an estate, before anyone assigns it')
    .requiredOption(
      '--assign <policy>',
      'a policy or initiative: library:name, or a file or folder that holds one',
    )
    .requiredOption('--at <scope>', 'a management group by name, a subscription, or the id of any scope')
    .option('--effect <name>', 'the effect, instead of its own')
    .option(
      '--parameter <name=value>',
      'a parameter of the assignment, as JSON or text; may be repeated',
      (value: string, previous: string[]) => [...previous, value],
      [],
    )
    .option('--instead-of <policy>', 'compare with another version: which resources change their state')
    .option('--architecture <library>', "take the assignments of a library's architecture for present")
    .option('--roles <file>', 'who owns what no tag names an owner for, instead of roles.yaml')
    .addOption(
      new Option('-f, --format <name>', 'what is printed').choices(['console', 'json']).default('console'),
    )
    .option('-q, --quiet', 'print the summary only')
    .option('-v, --verbose', 'print every row')
    .addHelpText(
      'after',
      `
Examples:
  $ landguard simulate estate --assign baseline:storage-min-tls --at corp --effect Deny
  $ landguard simulate estate --assign new/policy.json --at corp --instead-of old/policy.json
  $ landguard simulate estate --assign tags.json --at corp --parameter 'names=["owner","costCenter"]'
`,
    )
    .action(async (estate: string, options: Options) => finish(await run(estate, options, surroundings)));
}

async function run(path: string, options: Options, surroundings: Surroundings): Promise<number> {
  const { workingFolder } = surroundings;
  const now = surroundings.now().toISOString();
  const opened = await openEstateFolder(path, { workingFolder, now });
  const { estate } = opened;
  const scope = scopeOf(options.at, estate);
  const proposed = proposedPolicies(options.assign, scope, options, surroundings);
  const facts = join(packageFolder(), 'facts');
  const engine = { aliases: loadAliases(facts), types: loadCapabilities(facts), now, estate };
  const diagnostics = [...opened.diagnostics, ...proposed.diagnostics];
  const rendering: RenderOptions = {
    color: wantsColor(surroundings.stdout, surroundings.env),
    verbose: options.verbose === true,
    quiet: options.quiet === true,
    width: surroundings.stdout.columns,
  };
  if (options.insteadOf !== undefined) {
    const before = proposedPolicies(options.insteadOf, scope, options, surroundings);
    const difference = await policyDifference({ ...engine, before, after: proposed });
    surroundings.stdout.write(
      options.format === 'json' ? jsonText(difference) : renderDifferenceConsole(difference, rendering),
    );
    return finishWith([...diagnostics, ...before.diagnostics], surroundings);
  }
  const present = policiesOfEstate(estate, options, surroundings);
  const roles = await loadRoles({ workingFolder, named: options.roles });
  const report = await simulate({
    ...engine,
    proposed: proposed.policies,
    present: present.assigned,
    scope,
    title: proposed.title,
    ownership: { subscriptionOwners: subscriptionOwners(estate.objects), entries: roles.owners },
    effectCountMax: 1_000,
  });
  if (report.resources === 0) throw new UsageError(`--at names nothing that the estate holds: \`${scope}\``);
  const isJson = options.format === 'json';
  const all = [...diagnostics, ...present.diagnostics, ...roles.diagnostics, ...report.diagnostics];
  const whole = { ...report, diagnostics: all.filter(({ level }) => level !== 'note') };
  surroundings.stdout.write(isJson ? jsonText(whole) : renderSimulationConsole(whole, rendering));
  return finishWith(isJson ? all : [], surroundings, all);
}

function finishWith(
  printed: readonly Diagnostic[],
  surroundings: Surroundings,
  all: readonly Diagnostic[] = printed,
): number {
  const isError = ({ level, code }: Diagnostic) => level === 'error' && code !== 'LG3008';
  printDiagnostics(
    printed.filter(({ level }) => level !== 'note'),
    surroundings,
  );
  return all.some(isError) ? exitCodes.badInput : exitCodes.clean;
}

/** What is named, as it would be assigned at the scope. */
function proposedPolicies(
  name: string,
  scope: string,
  { effect, parameter }: Options,
  surroundings: Surroundings,
): { title: string; policies: readonly AssignedPolicy[]; diagnostics: Diagnostic[] } {
  const opened = openPolicies([name], surroundings, true);
  const [selection] = opened.selections;
  if (selection === undefined) return { title: name, policies: [], diagnostics: [...opened.diagnostics] };
  const assign: Partial<PolicyAssignment> = {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/simulated`,
    name: 'simulated',
    scope,
    parameters: parametersOf(parameter),
  };
  const plain = policySet({ ...selection, assign }, opened.libraries);
  const effectOverrides = effect === undefined ? [] : [overrideFor(effect, plain.policies)];
  const set =
    effect === undefined
      ? plain
      : policySet({ ...selection, assign: { ...assign, effectOverrides } }, opened.libraries);
  const names = new Set(
    set.policies.map(({ initiative, policy }) => {
      const { displayName, name: own } = initiative ?? policy.definition;
      return displayName || own;
    }),
  );
  const [first = name] = names;
  return {
    title: names.size > 1 ? `${names.size} policies of ${name}` : first,
    policies: set.policies,
    diagnostics: [...opened.diagnostics, ...set.diagnostics.map(asLibraryWarning)],
  };
}

/** An override of the effect for the policies that can have it; Azure refuses it for the others, which keep their own. */
function overrideFor(
  effect: string,
  policies: readonly AssignedPolicy[],
): PolicyAssignment['effectOverrides'][number] {
  const able = policies.filter(({ policy }) => canHaveEffect(policy, effect));
  if (able.length === 0) throw new UsageError(`none of the policies can have the effect \`${effect}\``);
  const references = able.flatMap(({ reference }) => reference?.referenceId ?? []);
  return { effect, in: references.length === 0 ? undefined : references, notIn: undefined };
}

function parametersOf(texts: readonly string[]): Record<string, Value> {
  return Object.fromEntries(
    texts.map((text): [string, Value] => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`--parameter takes name=value, but got \`${text}\``);
      const value = text.slice(at + 1);
      try {
        return [text.slice(0, at), JSON.parse(value) as Value];
      } catch {
        return [text.slice(0, at), value];
      }
    }),
  );
}

/** The id of the scope that is meant: an id, a subscription, or a management group of the estate by its name. */
function scopeOf(text: string, estate: Estate): string {
  if (text.startsWith('/')) return text.replace(/\/+$/, '') || '/';
  const scopes = [...estate.scopes.all];
  const found = scopes.find(
    ({ kind, name, displayName }) =>
      kind !== 'resourceGroup' && (fold(name) === fold(text) || fold(displayName) === fold(text)),
  );
  if (found !== undefined) return found.id;
  const names = scopes.filter(({ kind }) => kind === 'managementGroup').map(({ name }) => name);
  throw new UsageError(
    `--at names no scope of the estate: \`${text}\`; ${suggest(text, names, `the management groups are ${names.join(', ') || 'not in the export'}`)}`,
  );
}
