import { join, resolve } from 'node:path';
import {
  type CheckedTemplate,
  type CheckInput,
  type CheckResult,
  check,
  PlannedEstate,
  type PolicySet,
  policySet,
} from '../assess/index.ts';
import {
  type Diagnostic,
  Diagnostics,
  defaultLimits,
  fold,
  type Limits,
  type Severity,
} from '../kernel/index.ts';
import { loadAliases, loadCapabilities } from '../library/index.ts';
import { readParameterFile, type TargetFacts } from '../template/index.ts';
import {
  type Config,
  findTemplates,
  linkedTemplateReader,
  loadConfig,
  matchesPattern,
} from '../workspace/index.ts';
import { policiesOfEstate, withConfig } from './estate-policies.ts';
import { asLibraryWarning } from './library-warning.ts';
import { openPolicies } from './open-policies.ts';
import { packageFolder, packageVersion } from './package-folder.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** The options that check, explain and expand share. */
export interface CheckOptions {
  readonly policies?: string[];
  readonly parameters?: string[];
  readonly managementGroup?: string;
  readonly config?: string;
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly maxFileBytes?: string;
  /** The folder of the estate that is deployed to. */
  readonly estate?: string;
}

/** A check that has been carried out, with what was wrong before it could begin. */
export interface CheckRun extends CheckResult {
  readonly config: Config;
}

/** Reads the configuration, finds the templates, opens the policies and checks. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
  onProgress?: CheckInput['onProgress'],
): Promise<CheckRun> {
  const started = surroundings.ticks();
  const { config, diagnostics: configDiagnostics } = await loadConfig(
    surroundings.workingFolder,
    options.config,
  );
  const limits = limitsOf(options);
  const around = await openPlannedEstate(options, config, surroundings);
  const found = findCheckedTemplates(paths, options, config, surroundings, limits);
  const policies = around ?? policiesOf(options, config, surroundings);
  const facts = join(packageFolder(), 'facts');
  const ownFacts = config.facts === undefined ? undefined : resolve(surroundings.workingFolder, config.facts);
  const result = check({
    templates: found.templates,
    policies: policies.policies,
    aliases: loadAliases(facts, ownFacts),
    types: loadCapabilities(facts, ownFacts),
    readLinked: linkedTemplateReader(surroundings.workingFolder, found.paths, limits),
    severities: new Map(
      Object.entries(config.severities ?? {}).map(([name, severity]) => [fold(name), severity as Severity]),
    ),
    exclusions: config.exclusions ?? [],
    limits,
    planned: around?.planned,
    now: surroundings.now().toISOString(),
    version: packageVersion(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const diagnostics = new Diagnostics();
  for (const list of [configDiagnostics, found.diagnostics, policies.diagnostics, result.report.diagnostics])
    for (const entry of list) diagnostics.add(entry);
  const report = {
    ...result.report,
    diagnostics: diagnostics.list,
    summary: { ...result.report.summary, durationMs: Math.round(surroundings.ticks() - started) },
  };
  return { ...result, report, config };
}

function limitsOf({ maxFileBytes }: CheckOptions): Limits {
  return maxFileBytes === undefined
    ? defaultLimits
    : { ...defaultLimits, fileBytesMax: Number(maxFileBytes) };
}

/** Every template once for each of its parameter files. */
export function findCheckedTemplates(
  paths: readonly string[],
  options: CheckOptions,
  config: Config,
  { workingFolder }: Surroundings,
  limits: Limits = defaultLimits,
): { templates: CheckedTemplate[]; diagnostics: Diagnostic[]; paths: readonly string[] } {
  const wanted = paths.length > 0 ? paths : (config.paths ?? ['.']);
  const found = findTemplates({
    paths: wanted,
    workingFolder,
    exclude: config.exclude ?? [],
    parameterFiles: options.parameters ?? [],
    limits,
  });
  const diagnostics = new Diagnostics();
  for (const entry of found.diagnostics) diagnostics.add(entry);
  if (found.templates.length === 0 && !diagnostics.hasErrors)
    diagnostics.report('LG5003', { paths: wanted.join(', ') });
  const templates = found.templates.flatMap(({ document, parameterFiles }): CheckedTemplate[] => {
    const target = targetOf(document.source.path, options, config);
    if (parameterFiles.length === 0) return [{ document, parameters: [], target }];
    return parameterFiles.map((file) => {
      for (const entry of file.diagnostics) diagnostics.add(entry);
      const parameters = readParameterFile(file.root, diagnostics);
      return { document, parameters, parameterFile: file.source.path, target };
    });
  });
  return { templates, diagnostics: diagnostics.list, paths: wanted };
}

function targetOf(path: string, options: CheckOptions, config: Config): TargetFacts {
  const own = (config.targets ?? []).filter((target) => matchesPattern(path, target.path));
  const given = {
    ...(options.subscription === undefined ? {} : { subscriptionId: options.subscription }),
    ...(options.resourceGroup === undefined ? {} : { resourceGroup: options.resourceGroup }),
    ...(options.location === undefined
      ? {}
      : { location: options.location, resourceGroupLocation: options.location }),
  };
  return Object.assign({}, config.target, ...own, given) as TargetFacts;
}

/** Opens the estate that is deployed to: its assignments and the policies that were asked for are in force at their scopes. */
async function openPlannedEstate(
  options: CheckOptions,
  config: Config,
  surroundings: Surroundings,
): Promise<(PolicySet & { planned: PlannedEstate }) | undefined> {
  if (options.estate === undefined) return undefined;
  if (options.managementGroup !== undefined)
    throw new UsageError('--management-group is for libraries; an estate knows its own management groups');
  const subscription = options.subscription ?? config.target?.subscriptionId;
  if (subscription === undefined && (config.targets ?? []).length === 0)
    throw new UsageError(
      '--estate needs to know where the templates go: name the subscription with --subscription',
    );
  const now = surroundings.now().toISOString();
  const { openEstateFolder } = await import('../estate-files/index.ts');
  const opened = await openEstateFolder(options.estate, { workingFolder: surroundings.workingFolder, now });
  const chosen = policiesOfEstate(opened.estate, withConfig(options, config), surroundings);
  const planned = await PlannedEstate.open(opened.estate, chosen.assigned, now);
  return {
    policies: chosen.assigned,
    planned,
    diagnostics: [...opened.diagnostics, ...chosen.diagnostics, ...planned.diagnostics],
  };
}

function policiesOf(options: CheckOptions, config: Config, surroundings: Surroundings): PolicySet {
  const configured = typeof config.policies === 'string' ? [config.policies] : (config.policies ?? []);
  const wanted = options.policies ?? configured;
  const managementGroup = options.managementGroup ?? config.managementGroup;
  const opened = openPolicies(wanted.length > 0 ? wanted : ['baseline'], surroundings);
  const policies: PolicySet['policies'][number][] = [];
  const diagnostics = [...opened.diagnostics];
  for (const { source, pick } of opened.selections) {
    const set = policySet({ source, pick, managementGroup }, opened.libraries);
    policies.push(...set.policies);
    const isLibrary = opened.libraries.includes(source);
    diagnostics.push(...(isLibrary ? set.diagnostics.map(asLibraryWarning) : set.diagnostics));
  }
  return { policies, diagnostics };
}
