import { join, resolve } from 'node:path';
import {
  type CheckedTemplate,
  type CheckInput,
  type CheckResult,
  check,
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
import { openPolicies } from './open-policies.ts';
import { packageFolder, packageVersion } from './package-folder.ts';
import type { Surroundings } from './surroundings.ts';

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
  const found = findCheckedTemplates(paths, options, config, surroundings, limits);
  const policies = policiesOf(options, config, surroundings);
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

/** What is wrong inside a library is no mistake of the user; only what is missing can be helped by bringing it. */
function asLibraryWarning(entry: Diagnostic): Diagnostic {
  const isInside = entry.level === 'error' && entry.code.startsWith('LG30') && entry.code !== 'LG3008';
  return isInside ? { ...entry, level: 'warning' } : entry;
}
