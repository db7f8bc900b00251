import { type Diagnostic, diagnostic, fold, type Value, type ValueObject } from '../kernel/index.ts';
import { type AliasTable, aliasTable, noAliases } from './alias-table.ts';
import { type BoundPolicy, bindPolicy } from './bound-policy.ts';
import { parseDefinition } from './definition.ts';
import { evaluatePolicy, type PolicyEvaluation } from './evaluate-policy.ts';
import type { RelatedLookup, RelatedQuery } from './existence.ts';
import { modeCovers } from './mode.ts';
import { type PolicyContext, type PolicySubject, policySubject } from './policy-subject.ts';

/** How {@link compilePolicy} puts a definition in force. */
export interface CompileOptions {
  /** Values of the definition's parameters; those left out have their defaults. */
  readonly parameters?: Readonly<Record<string, Value>>;
  /** Overrides the effect, as an assignment's override does. */
  readonly effect?: string;
  /** An alias table, or the path of each alias by resource type. Absent, every alias is unknown. */
  readonly aliases?: AliasTable | Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What mode Indexed looks at; absent, every type is taken to support tags and a location. */
  readonly capabilities?: { isIndexed(type: string): boolean | undefined };
}

/** What a resource is evaluated in. */
export interface ResourceSurroundings {
  readonly context?: PolicyContext;
  /**
   * The related resources of existence effects: all that there are, or a lookup that also says whether it knows them all. Absent,
   * nothing is ruled out.
   */
  readonly related?: readonly ValueObject[] | RelatedLookup;
  /** The location of the nearest parent, for a child that has none of its own. */
  readonly parentLocation?: Value;
}

/** A policy that is ready to evaluate resources. */
export interface CompiledPolicy {
  /** `undefined` when the definition cannot be put in force; the diagnostics say why. */
  readonly policy: BoundPolicy | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Evaluates an ARM-shaped resource. Without a policy the verdict is always `error`. */
  evaluate(resource: ValueObject, surroundings?: ResourceSurroundings): PolicyEvaluation;
}

/**
 * Compiles a policy definition, or a bare rule `{ if, then }`. Nothing is thrown for a bad definition: errors are diagnostics.
 *
 * ```ts
 * const { evaluate } = compilePolicy(
 *   { if: { field: 'Contoso.Web/sites/httpsOnly', notEquals: true }, then: { effect: 'deny' } },
 *   { aliases: { 'Contoso.Web/sites': { 'Contoso.Web/sites/httpsOnly': 'properties.httpsOnly' } } },
 * );
 * evaluate({ type: 'Contoso.Web/sites', properties: {} }).verdict; // 'non-compliant'
 * ```
 */
export function compilePolicy(definition: Value, options: CompileOptions = {}): CompiledPolicy {
  const { policy, diagnostics } = putInForce(definition, options);
  const aliases = options.aliases === undefined ? noAliases : tableOf(options.aliases);
  return {
    policy,
    diagnostics,
    evaluate(resource, { context, related, parentLocation } = {}) {
      const subject = policySubject(resource, parentLocation);
      const isCovered = policy !== undefined && covers(policy, subject, options);
      if (policy === undefined || !isCovered) return unevaluated(policy, subject, diagnostics);
      return evaluatePolicy(policy, subject, {
        resolver: { aliases },
        ...(context === undefined ? {} : { context }),
        ...(related === undefined
          ? {}
          : { related: typeof related === 'function' ? related : lookupAmong(related) }),
      });
    },
  };
}

function putInForce(
  definition: Value,
  { parameters, effect }: CompileOptions,
): Pick<CompiledPolicy, 'policy' | 'diagnostics'> {
  const parsed = parseDefinition(definition);
  if ('problem' in parsed) {
    const { code, problem, pointer } = parsed.problem;
    const where = pointer === '' ? '' : ` (at ${pointer})`;
    return { policy: undefined, diagnostics: [diagnostic(code, { problem: problem + where })] };
  }
  return bindPolicy(parsed.definition, { ...(parameters === undefined ? {} : { parameters }), effect });
}

function tableOf(aliases: NonNullable<CompileOptions['aliases']>): AliasTable {
  if (isAliasTable(aliases)) return aliases;
  return aliasTable(
    Object.entries(aliases).map(([type, paths]) => [
      type,
      Object.entries(paths).map(([name, path]) => ({ name, path })),
    ]),
  );
}

function isAliasTable(aliases: NonNullable<CompileOptions['aliases']>): aliases is AliasTable {
  return typeof aliases.find === 'function';
}

function covers(
  { definition }: BoundPolicy,
  { type }: PolicySubject,
  { capabilities }: CompileOptions,
): boolean {
  const folded = fold(type);
  return modeCovers(definition, folded, capabilities?.isIndexed(folded), true);
}

/** The related resources of the type that is asked for; the evaluation itself looks at names. */
function lookupAmong(resources: readonly ValueObject[]): RelatedLookup {
  const subjects = resources.map((resource) => policySubject(resource));
  return ({ type }: RelatedQuery) => ({
    resources: subjects.filter((subject) => fold(subject.type) === type),
    complete: true,
  });
}

function unevaluated(
  policy: BoundPolicy | undefined,
  subject: PolicySubject,
  diagnostics: readonly Diagnostic[],
): PolicyEvaluation {
  return {
    policy,
    subject,
    verdict: policy === undefined ? 'error' : 'not-applicable',
    condition: undefined,
    existence: undefined,
    reason: policy === undefined ? diagnostics.find(({ level }) => level === 'error')?.message : undefined,
    unknownBecause: [],
  };
}
