import { type Diagnostic, diagnostic, fold } from '../kernel/index.ts';
import type { PolicyEntry, PolicySource } from '../library/index.ts';
import {
  type AssignedPolicy,
  type PolicyAssignment,
  parseAssignment,
  resolveAssignment,
} from '../policy/index.ts';
import { assignmentsOfManagementGroup } from './architecture.ts';
import { SourceCatalogue } from './source-catalogue.ts';

/** The policies that a check is made with. */
export interface PolicySet {
  readonly policies: readonly AssignedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is taken from a source. */
export interface PolicySelection {
  readonly source: PolicySource;
  /** One initiative or definition, by name, id or display name; absent, everything that the source assigns. */
  readonly pick?: string | undefined;
  /** The management group whose inherited assignments are taken, where the source has an architecture. */
  readonly managementGroup?: string | undefined;
  /** How what is picked is assigned; absent, with its defaults to everything. */
  readonly assign?: Partial<PolicyAssignment> | undefined;
}

/**
 * Puts a source in force. With assignments those count (all, or those a management group inherits); without, every initiative is assigned with its
 * defaults, and every definition that no initiative holds. Deprecated definitions are left out.
 */
export function policySet(selection: PolicySelection, others: readonly PolicySource[] = []): PolicySet {
  const catalogue = new SourceCatalogue([
    selection.source,
    ...others.filter((one) => one !== selection.source),
  ]);
  const assignments = assignmentsOf(selection, catalogue);
  const policies: AssignedPolicy[] = [];
  for (const assignment of assignments) {
    const resolved = resolveAssignment(assignment, catalogue);
    policies.push(...resolved.policies);
    // What is here but not usable has been said already; that it is not here would be wrong.
    catalogue.diagnostics.push(...resolved.diagnostics.filter((entry) => !catalogue.isAboutUnusable(entry)));
  }
  return { policies, diagnostics: catalogue.diagnostics };
}

function assignmentsOf(selection: PolicySelection, catalogue: SourceCatalogue): PolicyAssignment[] {
  const { source, pick, assign } = selection;
  if (pick !== undefined) return pickOne(source, pick, catalogue).map((one) => ({ ...one, ...assign }));
  const entries = source.assignments();
  if (entries.length === 0)
    return implicitAssignments(source, catalogue).map((one) => ({ ...one, ...assign }));
  const parsed = entries.flatMap((entry) => {
    const assignment = parseAssignment(entry.value());
    if (typeof assignment !== 'string') return [assignment];
    catalogue.diagnostics.push(diagnostic('LG3001', { problem: assignment }, entry.file));
    return [];
  });
  const inherited = assignmentsOfManagementGroup(source, parsed, selection.managementGroup);
  if (Array.isArray(inherited)) return inherited;
  catalogue.diagnostics.push(inherited);
  return [];
}

function pickOne(source: PolicySource, pick: string, catalogue: SourceCatalogue): PolicyAssignment[] {
  const entry =
    source.initiative(pick) ??
    source.definition(pick) ??
    source.entries.find(
      (one) =>
        (one.kind === 'initiative' || one.kind === 'definition') &&
        fold(one.displayName ?? '') === fold(pick),
    );
  if (entry !== undefined) return [implicitAssignment(entry)];
  catalogue.diagnostics.push(
    diagnostic('LG4001', {
      name: `${source.name}:${pick}`,
      suggestion: 'landguard library show lists what there is',
    }),
  );
  return [];
}

function implicitAssignments(source: PolicySource, catalogue: SourceCatalogue): PolicyAssignment[] {
  const initiatives = source.ofKind('initiative');
  if (initiatives.length + source.ofKind('definition').length === 0) {
    const problem = `there is no policy in \`${source.name}\``;
    catalogue.diagnostics.push(diagnostic('LG5004', { problem, command: 'check' }));
  }
  const held = new Set<PolicyEntry | undefined>();
  for (const entry of initiatives) {
    for (const reference of catalogue.initiative(entry.id ?? entry.name)?.references ?? [])
      held.add(source.definition(reference.definitionId));
  }
  // A catalogue such as Microsoft's built-ins is not a set of rules that someone chose together: its definitions count one by one.
  const isCatalogue = initiatives.length > 20;
  const definitions = source
    .ofKind('definition')
    .filter((entry) => (isCatalogue || !held.has(entry)) && !entry.deprecated)
    .filter((entry) => !isCatalogue || hasValues(entry, catalogue));
  return [...(isCatalogue ? [] : initiatives), ...definitions].map(implicitAssignment);
}

/** Whether a definition can be in force without anybody giving values to its parameters; what a catalogue cannot know is no mistake in it. */
function hasValues(entry: PolicyEntry, catalogue: SourceCatalogue): boolean {
  const definition = catalogue.definition(entry.id ?? entry.name);
  const open = [...(definition?.parameters.values() ?? [])].filter((one) => one.defaultValue === undefined);
  if (definition === undefined || open.length === 0) return true;
  const name = open.map((one) => one.name).join(', ');
  catalogue.diagnostics.push({
    ...diagnostic('LG3005', { name }, definition.displayName || definition.name),
    level: 'note',
    advice: 'the policy was left out; assign it with a value for its parameters',
  });
  return false;
}

function implicitAssignment(entry: PolicyEntry): PolicyAssignment {
  return {
    id: entry.name,
    name: entry.name,
    displayName: entry.displayName ?? entry.name,
    scope: '',
    definitionId: entry.id ?? entry.name,
    definitionVersion: undefined,
    parameters: {},
    enforcementMode: 'Default',
    notScopes: [],
    nonComplianceMessages: [],
    effectOverrides: [],
  };
}
