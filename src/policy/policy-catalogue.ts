import { type Diagnostic, diagnostic, diagnosticCatalogue, fold, type Value } from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import { noAliases } from './alias-table.ts';
import type { EffectOverride, PolicyAssignment } from './assignment.ts';
import { type BoundPolicy, bindPolicy } from './bound-policy.ts';
import type { PolicyDefinition } from './definition.ts';
import type { InitiativeReference, PolicyInitiative } from './initiative.ts';
import { evaluateOperand } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { PolicyEnvironment } from './policy-environment.ts';
import type { PolicyParameter } from './policy-parameters.ts';
import { policySubject } from './policy-subject.ts';
import { isInRange } from './version-range.ts';

/** Where definitions and initiatives come from, by id without regard to case; a bare name means a built-in or unscoped one. */
export interface PolicyCatalogue {
  definition(id: string): PolicyDefinition | undefined;
  initiative(id: string): PolicyInitiative | undefined;
}

/** A policy in force and how it came to be. */
export interface AssignedPolicy {
  readonly policy: BoundPolicy;
  readonly assignment: PolicyAssignment;
  readonly initiative: PolicyInitiative | undefined;
  readonly reference: InitiativeReference | undefined;
  /** Whether the effect acts on requests; compliance is computed either way. */
  readonly enforced: boolean;
  /** The assignment's message for this policy, if it has one. */
  readonly message: string | undefined;
}

export interface ResolvedAssignment {
  readonly policies: readonly AssignedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The last segment of an id, folded: names are unique enough to find a definition whatever scope it was copied to. */
export function nameOfId(id: string): string {
  return fold(id.slice(id.lastIndexOf('/') + 1));
}

/**
 * Puts an assignment in force: finds what it assigns, expands an initiative, computes parameter expressions and applies effect overrides
 * (assignment-structure.md, initiative-definition-structure.md). What is missing is said by name and left out.
 */
export function resolveAssignment(
  assignment: PolicyAssignment,
  catalogue: PolicyCatalogue,
): ResolvedAssignment {
  const owner = `the assignment ${assignment.name || assignment.displayName}`;
  const initiative = catalogue.initiative(assignment.definitionId);
  if (initiative !== undefined) return resolveInitiative(assignment, initiative, catalogue, owner);
  const definition = catalogue.definition(assignment.definitionId);
  if (definition === undefined)
    return { policies: [], diagnostics: [diagnostic('LG3008', { owner, id: assignment.definitionId })] };
  const bound = bindPolicy(definition, {
    parameters: assignment.parameters,
    effect: overriddenEffect(assignment.effectOverrides, undefined),
    identity: { assignmentId: assignment.id, definitionId: definition.id },
    owner,
  });
  const diagnostics = [
    ...bound.diagnostics,
    ...versionDiagnostics(owner, definition, assignment.definitionVersion),
  ];
  if (bound.policy === undefined) return { policies: [], diagnostics };
  return { policies: [assigned(bound.policy, assignment, undefined, undefined)], diagnostics };
}

function resolveInitiative(
  assignment: PolicyAssignment,
  initiative: PolicyInitiative,
  catalogue: PolicyCatalogue,
  owner: string,
): ResolvedAssignment {
  const policies: AssignedPolicy[] = [];
  const diagnostics: Diagnostic[] = [];
  const environment = initiativeEnvironment(initiative, assignment);
  for (const name of Object.keys(assignment.parameters)) {
    if (!initiative.parameters.has(fold(name))) {
      diagnostics.push(
        diagnostic('LG3009', { owner, name, definition: initiative.displayName, suggestion: 'remove it' }),
      );
    }
  }
  for (const reference of initiative.references) {
    const definition = catalogue.definition(reference.definitionId);
    const part = `the initiative ${initiative.displayName} (${reference.referenceId})`;
    if (definition === undefined) {
      diagnostics.push(diagnostic('LG3008', { owner: part, id: reference.definitionId }));
      continue;
    }
    const bound = bindPolicy(definition, {
      parameters: referenceParameters(reference, environment, part, diagnostics),
      effect: overriddenEffect(assignment.effectOverrides, reference.referenceId),
      identity: {
        assignmentId: assignment.id,
        definitionId: definition.id,
        setDefinitionId: initiative.id,
        definitionReferenceId: reference.referenceId,
      },
      owner: part,
    });
    diagnostics.push(
      ...bound.diagnostics.map(asLibraryNote),
      ...versionDiagnostics(part, definition, reference.definitionVersion),
    );
    if (bound.policy !== undefined) policies.push(assigned(bound.policy, assignment, initiative, reference));
  }
  return { policies, diagnostics };
}

function assigned(
  policy: BoundPolicy,
  assignment: PolicyAssignment,
  initiative: PolicyInitiative | undefined,
  reference: InitiativeReference | undefined,
): AssignedPolicy {
  const messages = assignment.nonComplianceMessages;
  const own =
    reference === undefined
      ? undefined
      : messages.find(
          (one) => one.referenceId !== undefined && fold(one.referenceId) === fold(reference.referenceId),
        );
  return {
    policy,
    assignment,
    initiative,
    reference,
    enforced: assignment.enforcementMode === 'Default',
    message: (own ?? messages.find((one) => one.referenceId === undefined))?.message,
  };
}

/** Overrides are taken in the order written; the last that matches wins. */
function overriddenEffect(
  overrides: readonly EffectOverride[],
  referenceId: string | undefined,
): string | undefined {
  const folded = referenceId === undefined ? undefined : fold(referenceId);
  const has = (list: readonly string[]) => folded !== undefined && list.some((one) => fold(one) === folded);
  return overrides.findLast(
    (one) => (one.in === undefined || has(one.in)) && (one.notIn === undefined || !has(one.notIn)),
  )?.effect;
}

function initiativeEnvironment(
  initiative: PolicyInitiative,
  assignment: PolicyAssignment,
): PolicyEnvironment {
  const given = new Map(Object.entries(assignment.parameters).map(([name, value]) => [fold(name), value]));
  const values = new Map<string, Value>();
  for (const [key, parameter] of initiative.parameters as ReadonlyMap<string, PolicyParameter>) {
    const value = given.get(key) ?? parameter.defaultValue;
    if (value !== undefined) values.set(key, value);
  }
  const nothing = policySubject({});
  return new PolicyEnvironment({
    parameters: values,
    primary: nothing,
    subject: nothing,
    context: {},
    resolver: { aliases: noAliases },
    identity: {},
  });
}

function referenceParameters(
  reference: InitiativeReference,
  environment: PolicyEnvironment,
  owner: string,
  diagnostics: Diagnostic[],
): Record<string, Value> {
  const parameters: Record<string, Value> = {};
  for (const [name, value] of Object.entries(reference.parameters)) {
    try {
      parameters[name] = evaluateOperand(readOperand(value, ''), environment);
    } catch (error) {
      if (!(error instanceof EvaluationError) && !(error instanceof RuleProblem)) throw error;
      diagnostics.push(
        diagnostic('LG3001', { problem: `the parameter \`${name}\` of ${owner}: ${error.message}` }),
      );
    }
  }
  return parameters;
}

/** What does not fit inside an initiative is no slip of the user. */
function asLibraryNote(entry: Diagnostic): Diagnostic {
  if (entry.code !== 'LG3009') return entry;
  return { ...entry, code: 'LG3013', level: 'note', advice: diagnosticCatalogue.LG3013.advice };
}

function versionDiagnostics(
  owner: string,
  definition: PolicyDefinition,
  wanted: string | undefined,
): Diagnostic[] {
  if (wanted === undefined || definition.version === '' || isInRange(definition.version, wanted)) return [];
  return [diagnostic('LG3010', { owner, wanted, id: definition.displayName, available: definition.version })];
}
