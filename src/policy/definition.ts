import { escapeToken, findKey, fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import type { Condition, Operand } from './condition.ts';
import { leavesOf } from './condition.ts';
import { RuleProblem, readOperand } from './operand.ts';
import { ruleLimits } from './policy-limits.ts';
import { get, type PolicyParameter, readParameters } from './policy-parameters.ts';
import { parseCondition } from './rule-parser.ts';

/** A policy definition (articles/governance/policy/concepts/definition-structure-basics.md). */
export interface PolicyDefinition {
  /** The resource id, or the name where there is none. */
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  /** `All`, `Indexed` or a resource provider mode, as written; custom definitions without one are `Indexed`. */
  readonly mode: string;
  readonly policyType: 'BuiltIn' | 'Custom' | 'Static';
  readonly version: string;
  readonly metadata: ValueObject;
  readonly parameters: ReadonlyMap<string, PolicyParameter>;
  readonly rule: PolicyRule;
}

/** `{ if, then }`. */
export interface PolicyRule {
  readonly condition: Condition;
  /** A literal, or an expression over parameters. */
  readonly effect: Operand;
  /** As written: an array for append, an object for the others. */
  readonly details: Value | undefined;
  readonly existenceCondition: Condition | undefined;
}

/** Why something is not a usable definition, with a JSON Pointer into what was given. */
export interface DefinitionProblem {
  readonly code: 'LG3001' | 'LG3002';
  readonly problem: string;
  readonly pointer: string;
}

export type ParsedDefinition =
  | { readonly definition: PolicyDefinition }
  | { readonly problem: DefinitionProblem };

/**
 * Reads a policy definition: a resource with `properties`, its `properties` alone, or a bare rule `{ if, then }`. Keys are read
 * without regard to case.
 */
export function parseDefinition(json: Value): ParsedDefinition {
  try {
    return { definition: new DefinitionReader(json).read() };
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    const code = /\/(policyrule|if|then)(\/|$)/i.test(error.pointer) ? 'LG3002' : 'LG3001';
    return { problem: { code, problem: error.message, pointer: error.pointer } };
  }
}

class DefinitionReader {
  readonly #root: ValueObject;
  readonly #properties: ValueObject;
  readonly #base: string;

  constructor(json: Value) {
    if (!isObject(json)) throw new RuleProblem('a definition must be an object', '');
    this.#root = json;
    const key = findKey(json, 'properties');
    const properties = key === undefined ? undefined : json[key];
    if (properties !== undefined && isObject(properties)) {
      this.#properties = properties;
      this.#base = `/${key}`;
    } else {
      this.#properties = json;
      this.#base = '';
    }
  }

  read(): PolicyDefinition {
    const rule = this.#rule();
    const name = text(get(this.#root, 'name')) ?? text(get(this.#properties, 'name')) ?? '';
    const metadata = get(this.#properties, 'metadata');
    const policyType = fold(text(get(this.#properties, 'policyType')) ?? 'Custom');
    return {
      id:
        text(get(this.#root, 'id')) ??
        (name === '' ? '' : `/providers/Microsoft.Authorization/policyDefinitions/${name}`),
      name,
      displayName: text(get(this.#properties, 'displayName')) ?? name,
      description: text(get(this.#properties, 'description')) ?? '',
      mode: text(get(this.#properties, 'mode')) ?? 'Indexed',
      policyType: policyType === 'builtin' ? 'BuiltIn' : policyType === 'static' ? 'Static' : 'Custom',
      version: versionOf(this.#properties, metadata),
      metadata: metadata !== undefined && isObject(metadata) ? metadata : {},
      parameters: this.#parameters(),
      rule,
    };
  }

  #rule(): PolicyRule {
    const key = findKey(this.#properties, 'policyRule');
    const isBare = key === undefined && findKey(this.#properties, 'if') !== undefined;
    const rule = key === undefined ? (isBare ? this.#properties : undefined) : this.#properties[key];
    const pointer = key === undefined ? this.#base : `${this.#base}/${escapeToken(key)}`;
    if (rule === undefined || !isObject(rule)) throw new RuleProblem('it has no `policyRule`', this.#base);
    const condition = parseCondition(get(rule, 'if'), `${pointer}/if`);
    const then = get(rule, 'then');
    if (then === undefined || !isObject(then))
      throw new RuleProblem('the rule has no `then`', `${pointer}/then`);
    const effect = get(then, 'effect');
    if (typeof effect !== 'string') throw new RuleProblem('`then` has no `effect`', `${pointer}/then`);
    const details = get(then, 'details');
    return {
      condition,
      effect: readOperand(effect, `${pointer}/then/effect`),
      details,
      existenceCondition: this.#existenceCondition(details, `${pointer}/then/details`),
    };
  }

  #existenceCondition(details: Value | undefined, pointer: string): Condition | undefined {
    if (details === undefined || !isObject(details)) return undefined;
    const value = get(details, 'existenceCondition');
    if (value === undefined) return undefined;
    const condition = parseCondition(value, `${pointer}/existenceCondition`);
    const count = [...leavesOf(condition)].length;
    if (count > ruleLimits.existenceConditionCountMax) {
      throw new RuleProblem(
        `the existenceCondition has ${count} conditions; the limit is ${ruleLimits.existenceConditionCountMax}`,
        `${pointer}/existenceCondition`,
      );
    }
    return condition;
  }

  #parameters(): Map<string, PolicyParameter> {
    const declared = get(this.#properties, 'parameters');
    const pointer = `${this.#base}/parameters`;
    if (declared === undefined || declared === null) return new Map();
    if (!isObject(declared)) throw new RuleProblem('`parameters` must be an object', pointer);
    for (const [name, declaration] of Object.entries(declared)) {
      if (!isObject(declaration))
        throw new RuleProblem(
          `the parameter \`${name}\` must be an object`,
          `${pointer}/${escapeToken(name)}`,
        );
    }
    return readParameters(declared);
  }
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The metadata's version carries the label (`-preview`, `-deprecated`) that version ranges ask for. */
function versionOf(properties: ValueObject, metadata: Value | undefined): string {
  const labelled = metadata !== undefined && isObject(metadata) ? text(get(metadata, 'version')) : undefined;
  return labelled ?? text(get(properties, 'version')) ?? '';
}
