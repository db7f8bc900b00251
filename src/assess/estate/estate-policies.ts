import type { Estate, GovernanceItem } from '../../estate/index.ts';
import { type Diagnostic, diagnostic } from '../../kernel/index.ts';
import type { PolicySource } from '../../library/index.ts';
import {
  type AssignedPolicy,
  type PolicyAssignment,
  type PolicyCatalogue,
  type PolicyDefinition,
  type PolicyInitiative,
  parseAssignment,
  parseDefinition,
  parseInitiative,
  resolveAssignment,
} from '../../policy/index.ts';
import { policySet, sourceCatalogue } from '../policy-set.ts';
import { architectureAssignments } from './architecture-overlay.ts';
import { misplacedAssignment } from './definition-location.ts';

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
  const catalogue = new EstateCatalogue(
    input.estate.governance,
    sourceCatalogue([...input.libraries, ...(input.architecture ? [input.architecture] : [])], diagnostics),
    diagnostics,
  );
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

/** The estate's own definitions first, then the libraries. */
class EstateCatalogue implements PolicyCatalogue {
  readonly #items = new Map<string, GovernanceItem>();
  readonly #libraries: PolicyCatalogue;
  readonly #diagnostics: Diagnostic[];
  /** Folded ids. */
  readonly #unusable: string[] = [];
  readonly #definitions = new Map<string, PolicyDefinition | undefined>();
  readonly #initiatives = new Map<string, PolicyInitiative | undefined>();

  constructor(governance: readonly GovernanceItem[], libraries: PolicyCatalogue, diagnostics: Diagnostic[]) {
    this.#libraries = libraries;
    this.#diagnostics = diagnostics;
    for (const item of governance) {
      if (item.kind === 'definition' || item.kind === 'initiative')
        this.#items.set(item.id.toLowerCase(), item);
    }
  }

  definition(id: string): PolicyDefinition | undefined {
    const key = id.toLowerCase();
    const item = this.#items.get(key);
    if (item === undefined) return this.#libraries.definition(id);
    if (item.kind !== 'definition') return undefined;
    if (!this.#definitions.has(key)) this.#definitions.set(key, this.#parseDefinition(item));
    return this.#definitions.get(key);
  }

  initiative(id: string): PolicyInitiative | undefined {
    const key = id.toLowerCase();
    const item = this.#items.get(key);
    if (item === undefined) return this.#libraries.initiative(id);
    if (item.kind !== 'initiative') return undefined;
    if (!this.#initiatives.has(key)) this.#initiatives.set(key, this.#parseInitiative(item));
    return this.#initiatives.get(key);
  }

  /** Whether a diagnostic says of something in the estate that it is not here. */
  isAboutUnusable({ code, message }: Diagnostic): boolean {
    return code === 'LG3008' && this.#unusable.some((id) => message.toLowerCase().includes(`\`${id}\``));
  }

  #parseDefinition(item: GovernanceItem): PolicyDefinition | undefined {
    const parsed = parseDefinition({ id: item.id, ...item.body });
    if ('definition' in parsed) return parsed.definition;
    this.#unusable.push(item.id.toLowerCase());
    this.#diagnostics.push(
      diagnostic(parsed.problem.code, { problem: `\`${item.id}\`: ${parsed.problem.problem}` }, item.file),
    );
    return undefined;
  }

  #parseInitiative(item: GovernanceItem): PolicyInitiative | undefined {
    const parsed = parseInitiative({ id: item.id, ...item.body });
    if (typeof parsed !== 'string') return parsed;
    this.#unusable.push(item.id.toLowerCase());
    this.#diagnostics.push(diagnostic('LG3001', { problem: `\`${item.id}\`: ${parsed}` }, item.file));
    return undefined;
  }
}
