import { join } from 'node:path';
import {
  type AccessFacts,
  type AccessModel,
  type AccessSource,
  type AccessView,
  accessSources,
  type RoleDefinition,
  readAccess,
} from '../../access/index.ts';
import type { Estate } from '../../estate/index.ts';
import { type Diagnostic, fold } from '../../kernel/index.ts';
import { loadActions, loadDirectoryRoles, loadRoles, type StoredActions } from '../../library/index.ts';
import { type Config, loadConfig } from '../../workspace/index.ts';
import { packageFolder } from '../package-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** The options that all questions of `landguard access` have. */
export interface AccessOptions {
  readonly estate?: string;
  readonly at?: string;
  readonly activate?: boolean;
  readonly exported?: readonly string[];
  readonly config?: string;
  readonly json?: boolean;
}

/** What is known of roles and actions, as the package brings it. */
export interface LoadedFacts extends AccessFacts {
  readonly actions: StoredActions;
  readonly builtIn: () => readonly RoleDefinition[];
}

/** An estate that can be asked. */
export interface OpenedAccess {
  readonly estate: Estate;
  readonly model: AccessModel;
  readonly facts: LoadedFacts;
  readonly view: AccessView;
  readonly config: Config;
  readonly surroundings: Surroundings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the estate that a question is about; throws UsageError for options that cannot be. */
export async function openAccess(options: AccessOptions, surroundings: Surroundings): Promise<OpenedAccess> {
  const { config, diagnostics } = await loadConfig(surroundings.workingFolder, options.config);
  const facts = loadAccessFacts();
  const folder = options.estate ?? config.estate ?? 'estate';
  const opened = await readEstate(folder, exportedSources(options, config), facts, surroundings);
  const view = {
    ...(options.at === undefined ? {} : { at: momentOf(options.at) }),
    ...(options.activate === true ? { activate: true } : {}),
  };
  return {
    ...opened,
    facts,
    view,
    config,
    surroundings,
    diagnostics: [...diagnostics, ...opened.diagnostics],
  };
}

/** Reads who has what from an estate folder; throws UsageError where there is none: of nothing, nobody could do anything. */
export async function readEstate(
  folder: string,
  exported: readonly AccessSource[],
  facts: AccessFacts,
  surroundings: Surroundings,
): Promise<Pick<OpenedAccess, 'estate' | 'model' | 'diagnostics'>> {
  const { openEstateFolder } = await import('../../estate-files/index.ts');
  const { estate, diagnostics } = await openEstateFolder(folder, {
    workingFolder: surroundings.workingFolder,
    now: surroundings.now().toISOString(),
  });
  if (diagnostics.some(({ code }) => code === 'LG6015'))
    throw new UsageError(`there is no estate at \`${folder}\`: no JSON or NDJSON file`);
  return { estate, model: await readAccess(estate, facts, { exported }), diagnostics };
}

/** The facts that come with the package. */
export function loadAccessFacts(): LoadedFacts {
  const folder = join(packageFolder(), 'facts');
  const roles = loadRoles(folder);
  const directoryRoles = loadDirectoryRoles(folder);
  const actions = loadActions(folder);
  let dataActions: ReadonlySet<string> | undefined;
  return {
    role: (guid) => roles.find(guid),
    directoryRole: (guid) => directoryRoleOf(directoryRoles.find(guid)),
    isDataAction: (action) => {
      dataActions ??= new Set(actions.data);
      return dataActions.has(fold(action));
    },
    actions,
    builtIn: () => roles.all(),
  };
}

/** A directory role as any other role: its permissions are of the control plane. */
function directoryRoleOf(
  role: ReturnType<ReturnType<typeof loadDirectoryRoles>['find']>,
): RoleDefinition | undefined {
  if (role === undefined) return undefined;
  const { name, roleName, actions, inherits } = role;
  return {
    id: name,
    name,
    roleName,
    type: 'built-in',
    assignableScopes: ['/'],
    permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [] }],
    inherits,
  };
}

/** The sources that are whole because somebody says so. */
export function exportedSources({ exported }: AccessOptions, config: Config): readonly AccessSource[] {
  const named = exported ?? config.exported ?? [];
  const known = (Object.keys(accessSources) as AccessSource[]).filter((one) => !inner.includes(one));
  return named.flatMap((name) => {
    if (name === 'all') return known;
    const source = known.find((one) => fold(one) === fold(name));
    if (source === undefined)
      throw new UsageError(`--exported takes all or one of ${known.join(', ')}, but got \`${name}\``);
    return source;
  });
}

/** What is no export. */
const inner: readonly string[] = ['conditions', 'question'];

function momentOf(text: string): string {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new UsageError(`--at takes a moment such as 2026-06-15T12:00:00Z, but got \`${text}\``);
  return moment.toISOString();
}
