import { estatePolicies } from '../assess/index.ts';
import type { Estate } from '../estate/index.ts';
import type { Diagnostic } from '../kernel/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';
import type { Config } from '../workspace/index.ts';
import { asLibraryWarning } from './library-warning.ts';
import { openPolicies } from './open-policies.ts';
import type { Surroundings } from './surroundings.ts';

/** The options that choose policies for an estate. */
export interface PolicyChoice {
  readonly policies?: string[];
  readonly architecture?: string;
}

/** The choice with what landguard.yaml says where nothing was said on the command line. */
export function withConfig<Choice extends PolicyChoice>(choice: Choice, { policies }: Config): Choice {
  if (choice.policies !== undefined || policies === undefined) return choice;
  return { ...choice, policies: [policies].flat() };
}

/**
 * The policies that an estate is looked at with: its own assignments, those of an architecture laid over it, and what `--policies` names; with none of these the
 * baseline.
 */
export function policiesOfEstate(
  estate: Estate,
  { policies, architecture }: PolicyChoice,
  surroundings: Surroundings,
): { assigned: AssignedPolicy[]; diagnostics: Diagnostic[] } {
  const hasAssignments = estate.governance.some((item) => item.kind === 'assignment');
  const everywhere = policies ?? (hasAssignments || architecture !== undefined ? [] : ['baseline']);
  const names = [...everywhere, ...(architecture === undefined ? [] : [architecture])];
  const opened = openPolicies(names, surroundings, true);
  const resolved = estatePolicies({
    estate,
    libraries: [...opened.selections.map(({ source }) => source), ...opened.libraries],
    architecture: architecture === undefined ? undefined : opened.selections.at(-1)?.source,
    everywhere: architecture === undefined ? opened.selections : opened.selections.slice(0, -1),
  });
  const diagnostics = [...opened.diagnostics, ...resolved.diagnostics.map(asLibraryWarning)];
  return { assigned: resolved.assigned, diagnostics };
}
