import {
  type Diagnostic,
  diagnostic,
  diagnosticCatalogue,
  fold,
  textOfValue,
  type Value,
} from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import type { EffectOverride, PolicyAssignment } from './assignment.ts';
import { type Binding, type BoundPolicy, bindPolicy } from './bound-policy.ts';
import { allOf, type Condition } from './condition.ts';
import type { PolicyDefinition } from './definition.ts';
import type { InitiativeReference, PolicyInitiative } from './initiative.ts';
import { evaluateOperand } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { bindParameters } from './parameter-values.ts';
import { type PolicyEnvironment, parameterEnvironment } from './policy-environment.ts';
import type { PolicyParameter } from './policy-parameters.ts';
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
  const bound = bindVariants(definition, assignment, undefined, {
    parameters: assignment.parameters,
    identity: { assignmentId: assignment.id, definitionId: definition.id },
    owner,
  });
  return {
    policies: bound.policies.map((policy) => assigned(policy, assignment, undefined, undefined)),
    diagnostics: [
      ...bound.diagnostics,
      ...versionDiagnostics(owner, definition, assignment.definitionVersion),
      ...versionOverrideDiagnostics(owner, assignment),
    ],
  };
}

function resolveInitiative(
  assignment: PolicyAssignment,
  initiative: PolicyInitiative,
  catalogue: PolicyCatalogue,
  owner: string,
): ResolvedAssignment {
  const policies: AssignedPolicy[] = [];
  const diagnostics: Diagnostic[] = versionOverrideDiagnostics(owner, assignment);
  const { values, problems } = bindParameters(initiative, assignment.parameters, owner);
  for (const problem of problems)
    diagnostics.push(diagnostic(problem.code, problem.details, initiative.displayName || initiative.name));
  const environment = parameterEnvironment(values);
  for (const reference of initiative.references) {
    const definition = catalogue.definition(reference.definitionId);
    const part = `the initiative ${initiative.displayName} (${reference.referenceId})`;
    if (definition === undefined) {
      diagnostics.push(diagnostic('LG3008', { owner: part, id: reference.definitionId }));
      continue;
    }
    const bound = bindVariants(definition, assignment, reference.referenceId, {
      parameters: referenceParameters(reference, environment, part, diagnostics),
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
    for (const policy of bound.policies) policies.push(assigned(policy, assignment, initiative, reference));
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
    message: messageFor(policy.definition, own ?? messages.find((one) => one.referenceId === undefined)),
  };
}

/** Messages are shown for the modes of Resource Manager only (assignment-structure.md#non-compliance-messages). */
function messageFor(
  { mode }: PolicyDefinition,
  found: { readonly message: string } | undefined,
): string | undefined {
  return fold(mode).startsWith('microsoft.') || found?.message === '' ? undefined : found?.message;
}

/** Binds a definition once, or once for each effect where overrides give the resources of some locations another one. */
function bindVariants(
  definition: PolicyDefinition,
  assignment: PolicyAssignment,
  referenceId: string | undefined,
  binding: Binding,
): { policies: BoundPolicy[]; diagnostics: readonly Diagnostic[] } {
  const variants = effectVariants(assignment.effectOverrides, referenceId);
  const results = variants.map(({ effect, selection }) => {
    const selections = [assignment.selection, selection].filter((one) => one !== undefined);
    return bindPolicy(definition, { ...binding, effect, selection: allOf(selections) });
  });
  return {
    policies: results.flatMap(({ policy }) => policy ?? []),
    diagnostics: [
      ...(results.find(({ policy }) => policy === undefined)?.diagnostics ?? results[0]!.diagnostics),
      ...variants.flatMap(({ effect }) => overrideDiagnostics(definition, effect)),
    ],
  };
}

/** An override is validated against the allowed values of the parameter that the effect comes from (assignment-structure.md#overrides). */
function overrideDiagnostics(definition: PolicyDefinition, effect: string | undefined): Diagnostic[] {
  const parameter = effectParameter(definition);
  if (effect === undefined || parameter?.allowedValues === undefined) return [];
  const allowed = parameter.allowedValues.map(textOfValue);
  if (allowed.some((one) => fold(one) === fold(effect))) return [];
  const details = { name: parameter.name, allowed: allowed.join(', ') };
  return [diagnostic('LG3006', details, definition.displayName || definition.name)];
}

/** The parameter that an effect such as `[parameters('effect')]` comes from. */
function effectParameter({ rule, parameters }: PolicyDefinition): PolicyParameter | undefined {
  const expression = rule.effect.kind === 'expression' ? rule.effect.expression : undefined;
  if (expression?.kind !== 'call' || fold(expression.name) !== 'parameters') return undefined;
  const [name] = expression.args;
  return name?.kind === 'literal' ? parameters.get(fold(String(name.value))) : undefined;
}

interface EffectVariant {
  /** `undefined` for the effect that the definition has itself. */
  readonly effect: string | undefined;
  readonly selection: Condition | undefined;
}

/** The effects of a definition and the resources that each is for. Of overrides that match the same resource the last wins. */
function effectVariants(
  overrides: readonly EffectOverride[],
  referenceId: string | undefined,
): EffectVariant[] {
  const variants: EffectVariant[] = [];
  const taken: Condition[] = [];
  for (const { effect, selection } of overrides
    .filter((one) => isForReference(one, referenceId))
    .toReversed()) {
    const selections = [...taken, ...(selection === undefined ? [] : [selection])];
    variants.push({ effect, selection: allOf(selections) });
    if (selection === undefined) return variants;
    taken.push({ kind: 'not', condition: selection, pointer: '' });
  }
  return [...variants, { effect: undefined, selection: allOf(taken) }];
}

function isForReference(override: EffectOverride, referenceId: string | undefined): boolean {
  const folded = referenceId === undefined ? undefined : fold(referenceId);
  const has = (list: readonly string[]) => folded !== undefined && list.some((one) => fold(one) === folded);
  return (
    (override.in === undefined || has(override.in)) && (override.notIn === undefined || !has(override.notIn))
  );
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

/** A library holds the newest version of a definition, so an override of the version is told, not followed. */
function versionOverrideDiagnostics(
  owner: string,
  { versionOverrides = [] }: PolicyAssignment,
): Diagnostic[] {
  return [...new Set(versionOverrides)].map((wanted) => diagnostic('LG3014', { owner, wanted }));
}

function versionDiagnostics(
  owner: string,
  definition: PolicyDefinition,
  wanted: string | undefined,
): Diagnostic[] {
  if (wanted === undefined || definition.version === '' || isInRange(definition.version, wanted)) return [];
  return [diagnostic('LG3010', { owner, wanted, id: definition.displayName, available: definition.version })];
}
