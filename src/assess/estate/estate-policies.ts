import type { Estate } from '../../estate/index.ts';
import { type Diagnostic, diagnostic } from '../../kernel/index.ts';
import type { PolicySource } from '../../library/index.ts';
import {
  type AssignedPolicy,
  type PolicyAssignment,
  parseAssignment,
  resolveAssignment,
} from '../../policy/index.ts';
import { policySet } from '../policy-set.ts';
import { SourceCatalogue } from '../source-catalogue.ts';
import { architectureAssignments } from './architecture-overlay.ts';
import { misplacedAssignment } from './definition-location.ts';
import { estateSource } from './estate-source.ts';

/** Which policies an estate is assessed with. */
export interface EstatePolicies {
  readonly estate: Estate;
  /** Where built-in definitions come from. */
  readonly libraries: readonly PolicySource[];
  /** An architecture laid over the estate's management groups, beside its own assignments. */
  readonly architecture?: PolicySource | undefined;
  /** Policies assigned to everything, beside the estate's own; with neither these nor assignments nothing is evaluated. */
  readonly everywhere: readonly { readonly source: PolicySource; readonly pick: string | undefined }[];
}

/**
 * Resolves every assignment that is in force in an estate: its own, those of an architecture, and those the user asks for. Custom definitions of the estate are used
 * as they are; built-in ones come from the libraries; one that is nowhere is an error that names it.
 */
export function estatePolicies(input: EstatePolicies): {
  assigned: AssignedPolicy[];
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const libraries = [...input.libraries, ...(input.architecture ? [input.architecture] : [])];
  const catalogue = new SourceCatalogue([estateSource(input.estate), ...libraries], diagnostics);
  const assigned: AssignedPolicy[] = [];
  for (const assignment of ownAssignments(input, diagnostics)) {
    const resolved = resolveAssignment(assignment, catalogue);
    assigned.push(...resolved.policies);
    // What is here but not usable has been said already; that it is not here would be wrong.
    diagnostics.push(...resolved.diagnostics.filter((entry) => !catalogue.isAboutUnusable(entry)));
  }
  for (const { source, pick } of input.everywhere) {
    const set = policySet({ source, pick }, input.libraries);
    assigned.push(...set.policies);
    diagnostics.push(...set.diagnostics);
  }
  return { assigned: assigned.filter(({ policy }) => policy.effect.kind !== 'none'), diagnostics };
}

function ownAssignments(
  { estate, architecture }: EstatePolicies,
  diagnostics: Diagnostic[],
): PolicyAssignment[] {
  const own = estate.governance.flatMap((item): PolicyAssignment[] => {
    if (item.kind !== 'assignment') return [];
    const parsed = parseAssignment({ id: item.id, ...item.body });
    if (typeof parsed !== 'string') {
      const assignment = withScope(parsed);
      diagnostics.push(...misplacedAssignment(assignment, estate.scopes, item.file));
      return [assignment];
    }
    diagnostics.push(
      diagnostic('LG3001', { problem: `the assignment \`${item.id}\`: ${parsed}` }, item.file),
    );
    return [];
  });
  if (architecture === undefined) return own;
  const overlay = architectureAssignments(architecture, estate);
  diagnostics.push(...overlay.diagnostics);
  return [...own, ...overlay.assignments];
}

/** The scope of an assignment is the part of its id before the provider. */
function withScope(assignment: PolicyAssignment): PolicyAssignment {
  const at = assignment.id.toLowerCase().lastIndexOf('/providers/microsoft.authorization/policyassignments/');
  return at === -1 ? assignment : { ...assignment, scope: assignment.id.slice(0, at) || '/' };
}
