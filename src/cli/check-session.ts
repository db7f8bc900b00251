import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAccess } from '../access/index.ts';
import {
  type CheckBasis,
  Checker,
  type CheckResult,
  type CheckSubject,
  estateGrantFacts,
  type GrantFacts,
  PlannedEstate,
  type PolicySet,
  policySet,
} from '../assess/index.ts';
import type { BicepProgram } from '../bicep/index.ts';
import type { Estate } from '../estate/index.ts';
import {
  type Diagnostic,
  Diagnostics,
  defaultLimits,
  fold,
  type JsonDocument,
  type Limits,
  type Severity,
} from '../kernel/index.ts';
import { loadAliases, loadCapabilities, loadRoles } from '../library/index.ts';
import {
  type Config,
  linkedTemplateReader,
  loadConfig,
  type Overlay,
  readDocument,
} from '../workspace/index.ts';
import { loadAccessFacts } from './access/open-access.ts';
import { bicepProgram } from './bicep-program.ts';
import { type CheckedTemplates, findCheckedTemplates } from './checked-templates.ts';
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
  /** Whether to say what the deployment grants. */
  readonly grants?: boolean;
}

/** A check that has been carried out, with what was wrong before it could begin. */
export interface CheckRun extends CheckResult {
  readonly config: Config;
}

/** What checks need once: configuration, policies, estate, facts. With it, templates are checked as often as they change. */
export class CheckSession {
  readonly config: Config;
  /** As people see it; `undefined` when there is no landguard.yaml. */
  readonly configFile: string | undefined;
  readonly basis: CheckBasis;
  readonly #options: CheckOptions;
  readonly #surroundings: Surroundings;
  readonly #limits: Limits;
  readonly #checker: Checker;
  #program: BicepProgram | undefined;
  readonly #configDiagnostics: readonly Diagnostic[];
  readonly #policyDiagnostics: readonly Diagnostic[];

  constructor(opened: {
    readonly options: CheckOptions;
    readonly surroundings: Surroundings;
    readonly limits: Limits;
    readonly config: Awaited<ReturnType<typeof loadConfig>>;
    readonly policies: OpenedPolicies;
  }) {
    this.#options = opened.options;
    this.#surroundings = opened.surroundings;
    this.#limits = opened.limits;
    this.config = opened.config.config;
    this.configFile = opened.config.file;
    this.#configDiagnostics = opened.config.diagnostics;
    this.#policyDiagnostics = opened.policies.diagnostics;
    const basis = basisOf(opened.policies, this.config, opened.limits, opened.surroundings);
    this.basis = wantsGrants(opened.options, this.config)
      ? { ...basis, grants: opened.policies.grants ?? grantFacts() }
      : basis;
    this.#checker = new Checker(this.basis);
  }

  /** Files and folders on the disk, absolute, that policies were taken from. */
  get policyPaths(): readonly string[] {
    const { workingFolder } = this.#surroundings;
    return wantedPolicies(this.#options, this.config)
      .map((name) => resolve(workingFolder, name))
      .filter((path) => existsSync(path));
  }

  /** What is wrong with the configuration and the policies, whatever is checked. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#configDiagnostics, ...this.#policyDiagnostics];
  }

  /** Reads a text in its language, with the files that it takes in. The texts of `overlay` win over the disk. */
  read(path: string, text: string, overlay?: Overlay): JsonDocument {
    this.#program = bicepProgram([path], this.#surroundings, this.#limits, overlay, this.#program);
    const { workingFolder } = this.#surroundings;
    const program = this.#program;
    return readDocument(path, text, { paths: [path], workingFolder, limits: this.#limits, overlay, program });
  }

  /** Finds the templates at `paths`; at those of the configuration when none are named. The texts of `overlay` win over the disk. */
  find(paths: readonly string[], overlay?: Overlay): CheckedTemplates {
    const wanted = paths.length > 0 ? paths : (this.config.paths ?? ['.']);
    const read = [...wanted, ...(this.#options.parameters ?? [])];
    this.#program = bicepProgram(read, this.#surroundings, this.#limits, overlay, this.#program);
    return findCheckedTemplates(
      wanted,
      this.#options,
      this.config,
      this.#surroundings,
      this.#limits,
      overlay,
      this.#program,
    );
  }

  /** Checks what was found. */
  check(found: CheckedTemplates, onProgress?: CheckSubject['onProgress'], overlay?: Overlay): CheckRun {
    const { workingFolder } = this.#surroundings;
    const result = this.#checker.check({
      templates: found.templates,
      readLinked: linkedTemplateReader(workingFolder, found.paths, this.#limits, overlay),
      onProgress,
    });
    const diagnostics = new Diagnostics();
    for (const list of [
      this.#configDiagnostics,
      found.diagnostics,
      this.#policyDiagnostics,
      result.report.diagnostics,
    ])
      for (const entry of list) diagnostics.add(entry);
    return { ...result, report: { ...result.report, diagnostics: diagnostics.list }, config: this.config };
  }
}

/** Reads the configuration and opens the policies; throws UsageError for options that do not go together. */
export async function openCheckSession(
  options: CheckOptions,
  surroundings: Surroundings,
  overlay?: Overlay,
): Promise<CheckSession> {
  const config = await loadConfig(surroundings.workingFolder, options.config, overlay);
  const around = await openPlannedEstate(options, config.config, surroundings);
  return new CheckSession({
    options,
    surroundings,
    limits: limitsOf(options),
    config,
    policies: around ?? policiesOf(options, config.config, surroundings),
  });
}

/** The policies in force, and what is known of the estate that is deployed to. */
interface OpenedPolicies extends PolicySet {
  readonly planned?: PlannedEstate;
  readonly grants?: GrantFacts;
}

function wantsGrants(options: CheckOptions, config: Config): boolean {
  return options.grants ?? config.grants ?? false;
}

/** What grants are read with where no estate says more. */
function grantFacts(): GrantFacts {
  const roles = loadRoles(join(packageFolder(), 'facts'));
  return { roles: (guid) => roles.find(guid) };
}

/** The same with who is in an estate, and what they can do there already. */
async function grantFactsOf(estate: Estate): Promise<GrantFacts> {
  const facts = loadAccessFacts();
  return estateGrantFacts(await readAccess(estate, facts), facts.role);
}

function basisOf(
  { policies, planned }: OpenedPolicies,
  config: Config,
  limits: Limits,
  { workingFolder, now }: Surroundings,
): CheckBasis {
  const facts = join(packageFolder(), 'facts');
  const ownFacts = config.facts === undefined ? undefined : resolve(workingFolder, config.facts);
  return {
    policies,
    aliases: loadAliases(facts, ownFacts),
    types: loadCapabilities(facts, ownFacts),
    severities: new Map(
      Object.entries(config.severities ?? {}).map(([name, severity]) => [fold(name), severity as Severity]),
    ),
    exclusions: config.exclusions ?? [],
    limits,
    planned,
    now: now().toISOString(),
    version: packageVersion(),
  };
}

function limitsOf({ maxFileBytes }: CheckOptions): Limits {
  return maxFileBytes === undefined
    ? defaultLimits
    : { ...defaultLimits, fileBytesMax: Number(maxFileBytes) };
}

/** Opens the estate that is deployed to: its assignments and the policies that were asked for are in force at their scopes. */
async function openPlannedEstate(
  options: CheckOptions,
  config: Config,
  surroundings: Surroundings,
): Promise<OpenedPolicies | undefined> {
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
    ...(wantsGrants(options, config) ? { grants: await grantFactsOf(opened.estate) } : {}),
    diagnostics: [...opened.diagnostics, ...chosen.diagnostics, ...planned.diagnostics],
  };
}

function policiesOf(options: CheckOptions, config: Config, surroundings: Surroundings): PolicySet {
  const wanted = wantedPolicies(options, config);
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

function wantedPolicies(options: CheckOptions, { policies }: Config): readonly string[] {
  return options.policies ?? (policies === undefined ? [] : [policies].flat());
}
