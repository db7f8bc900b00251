import {
  childNode,
  fold,
  type JsonNode,
  type PropertyNode,
  plainValue,
  type Span,
  spanOf,
  stringOf,
  suggest,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { evaluateLoop, evaluateNode, isPropertyCopy, MissingNameError } from './evaluate-node.ts';
import type { ExpansionRun } from './expansion-run.ts';
import { Frame } from './frame.ts';
import { ParameterCheck } from './parameter-check.ts';
import { keyVaultSecret, type ParameterSource } from './parameter-source.ts';
import { declareResources, type ResourceInstance } from './resource-instance.ts';
import type { TargetScope } from './target-scope.ts';
import type { TemplateSections } from './template-sections.ts';
import { readTypeDeclaration } from './type-declaration.ts';

/** How a deployment is reached from the template that was asked for. */
export interface DeploymentOptions {
  readonly run: ExpansionRun;
  readonly sections: TemplateSections;
  readonly scope: TargetScope;
  readonly parameters: readonly ParameterSource[];
  /** The names of the nested deployments around this one, outermost first. */
  readonly path: readonly string[];
  /** The frame whose parameters and variables a nested template with outer scope uses instead of its own. */
  readonly outer: Frame | undefined;
}

/** One template being deployed: its parameters, variables, resources and outputs, each evaluated when first needed and once. */
export class Deployment {
  readonly run: ExpansionRun;
  readonly sections: TemplateSections;
  readonly scope: TargetScope;
  readonly path: readonly string[];
  readonly outer: Frame | undefined;
  readonly frame: Frame;
  readonly #sources: ReadonlyMap<string, ParameterSource>;
  readonly #parameters = new Map<string, Value>();
  readonly #variables = new Map<string, Value>();
  /** What is being evaluated, innermost last, to find cycles. */
  readonly #evaluating: string[] = [];
  #resources: readonly ResourceInstance[] | undefined;
  #outputs: ValueObject | undefined;

  constructor(options: DeploymentOptions) {
    this.run = options.run;
    this.sections = options.sections;
    this.scope = options.scope;
    this.path = options.path;
    this.outer = options.outer;
    this.frame = new Frame(this);
    this.#sources = new Map(options.parameters.map((source) => [fold(source.name), source]));
    this.#reportUndeclared();
  }

  /** The value of a parameter. Throws MissingNameError when it is not declared. */
  parameter(name: string): Value {
    const key = fold(name);
    let value = this.#parameters.get(key);
    if (value === undefined) {
      const declaration = this.sections.parameters.get(key);
      if (declaration === undefined) throw new MissingNameError('parameter', name, this.parameterNames());
      value = this.#once('parameter', declaration.name, () => this.#evaluateParameter(declaration));
      this.#parameters.set(key, value);
    }
    return value;
  }

  parameterNames(): string[] {
    return [...this.sections.parameters.values()].map((property) => property.name);
  }

  /** Where the value of a declared parameter comes from: what was given, or else its default. */
  parameterSource(
    name: string,
  ): ParameterSource | { readonly kind: 'default'; readonly node: JsonNode } | undefined {
    const source = this.#sources.get(fold(name));
    if (source !== undefined) return source;
    const node = childNode(this.sections.parameters.get(fold(name))?.value, 'defaultValue');
    return node === undefined ? undefined : { kind: 'default', node };
  }

  /** The value of a variable. Throws MissingNameError when it is not declared. */
  variable(name: string): Value {
    const key = fold(name);
    let value = this.#variables.get(key);
    if (value === undefined) {
      const copy = this.variableCopy(name);
      const declaration = this.sections.variables.get(key);
      if (copy !== undefined)
        value = this.#once('variable', name, () => this.#evaluateVariableCopy(name, copy));
      else if (declaration !== undefined)
        value = this.#once('variable', declaration.name, () => evaluateNode(declaration.value, this.frame));
      else throw new MissingNameError('variable', name, this.variableNames());
      this.#variables.set(key, value);
    }
    return value;
  }

  variableNames(): string[] {
    const copies = this.sections.variableCopies;
    const copied =
      copies?.kind === 'array' ? copies.items.map((item) => stringOf(childNode(item, 'name')) ?? '') : [];
    return [...[...this.sections.variables.values()].map((property) => property.name), ...copied];
  }

  /** The top-level copy loop that makes a variable. */
  variableCopy(name: string): JsonNode | undefined {
    const copies = this.sections.variableCopies;
    if (copies === undefined || !isPropertyCopy(copies)) return undefined;
    return copies.items.find((item) => fold(stringOf(childNode(item, 'name')) ?? '') === fold(name));
  }

  evaluateFunctionBody(name: string, frame: Frame): Value {
    const output = this.sections.functions.get(fold(name))?.output;
    return output === undefined ? null : evaluateNode(output, frame);
  }

  /** The resources that the template declares itself, copies and children included, nested deployments not entered. */
  resources(): readonly ResourceInstance[] {
    if (this.#resources === undefined) {
      // While the names are being evaluated nothing can refer to a resource yet.
      this.#resources = [];
      this.#resources = declareResources(this);
    }
    return this.#resources;
  }

  /** The outputs as a deployment reports them: `{ name: { type, value } }`. Outputs whose condition is false are left out. */
  outputs(): ValueObject {
    if (this.#outputs === undefined) {
      this.#outputs = {};
      for (const output of this.sections.outputs.values()) {
        const value = this.#once('output', output.name, () => this.#evaluateOutput(output));
        if (value !== undefined)
          this.#outputs[output.name] = { type: stringOf(childNode(output.value, 'type')) ?? 'object', value };
      }
    }
    return this.#outputs;
  }

  #evaluateOutput({ name, value: node }: PropertyNode): Value {
    const condition = childNode(node, 'condition');
    if (condition !== undefined && evaluateNode(condition, this.frame) === false)
      return undefined as unknown as Value;
    const copy = childNode(node, 'copy');
    const count = childNode(copy, 'count');
    const input = childNode(copy, 'input');
    if (count !== undefined && input !== undefined)
      return evaluateLoop(name, count, this.frame, (frame) => evaluateNode(input, frame));
    const value = childNode(node, 'value');
    return value === undefined ? null : evaluateNode(value, this.frame);
  }

  #evaluateVariableCopy(name: string, copy: JsonNode): Value {
    return evaluateLoop(name, childNode(copy, 'count')!, this.frame, (frame) =>
      evaluateNode(childNode(copy, 'input')!, frame),
    );
  }

  #evaluateParameter({ name, value: declaration }: PropertyNode): Value {
    const type = readTypeDeclaration(declaration, this.sections);
    const source = this.parameterSource(name);
    if (source === undefined) return this.#missingParameter(name, declaration, type);
    if (source.kind === 'keyVault') return keyVaultSecret(name, type?.type, source.span);
    const value = this.#valueOf(source);
    const place =
      source.kind === 'given'
        ? spanOf(declaration)
        : source.kind === 'default'
          ? spanOf(source.node)
          : source.span;
    const usable = new ParameterCheck(this.sections, this.run.diagnostics).check(
      name,
      value,
      declaration,
      place,
    );
    if (!usable)
      return this.#unknownParameter(
        name,
        type?.type,
        'error',
        `the value of parameter ${name}, which is not allowed`,
        place,
      );
    if (type?.secure !== true || value instanceof Unknown) return value;
    return this.#secureParameter(name, type.type, value, place);
  }

  #valueOf(
    source: Exclude<ReturnType<Deployment['parameterSource']>, undefined | { kind: 'keyVault' }>,
  ): Value {
    switch (source.kind) {
      case 'given':
        return source.value;
      case 'file':
        return plainValue(source.node);
      case 'nested':
        return evaluateNode(source.node, source.frame);
      case 'default':
        return evaluateNode(source.node, this.frame);
      default:
        return source satisfies never;
    }
  }

  /** Secure values are not kept: what is known of them is only that they are there. */
  #secureParameter(name: string, type: Unknown['type'], value: Value, place: Span): Value {
    if (value === '' || value === null) return value;
    return new Unknown(`parameters('${name}')`, {
      type,
      secret: true,
      causes: [{ kind: 'secret', name: `secure parameter ${name}`, span: place }],
    });
  }

  #missingParameter(
    name: string,
    declaration: JsonNode,
    type: ReturnType<typeof readTypeDeclaration>,
  ): Value {
    if (type?.nullable === true) return null;
    const place = spanOf(declaration);
    if (this.outer === undefined) this.run.diagnostics.report('LG2009', { name }, place);
    const allowed = childNode(declaration, 'allowedValues');
    const candidates =
      allowed?.kind === 'array' && type?.type !== 'array' ? allowed.items.map(plainValue) : undefined;
    return new Unknown(`parameters('${name}')`, {
      type: type?.type,
      secret: type?.secure ?? false,
      candidates,
      causes: [{ kind: 'parameter', name: `parameter ${name}`, span: place }],
    });
  }

  #unknownParameter(name: string, type: Unknown['type'], kind: 'error', cause: string, span: Span): Unknown {
    return new Unknown(`parameters('${name}')`, { type, causes: [{ kind, name: cause, span }] });
  }

  /** Evaluates something that may refer to itself; a cycle is reported and ends as an unknown. */
  #once(kind: string, name: string, run: () => Value): Value {
    const key = `${kind} ${fold(name)}`;
    if (this.#evaluating.includes(key)) {
      const cycle = [...this.#evaluating.slice(this.#evaluating.indexOf(key)), key].map((one) =>
        one.slice(one.indexOf(' ') + 1),
      );
      const declaration = (
        kind === 'variable'
          ? this.sections.variables
          : kind === 'output'
            ? this.sections.outputs
            : this.sections.parameters
      ).get(fold(name));
      const span = declaration === undefined ? undefined : spanOf(declaration.value);
      this.run.diagnostics.report('LG2008', { kind, name, cycle: cycle.join(' -> ') }, span);
      return new Unknown(`${kind}s('${name}')`, {
        causes: [{ kind: 'error', name: `${kind} ${name}, which refers to itself`, span }],
      });
    }
    this.#evaluating.push(key);
    try {
      return run();
    } finally {
      this.#evaluating.pop();
    }
  }

  #reportUndeclared(): void {
    for (const source of this.#sources.values()) {
      if (this.sections.parameters.has(fold(source.name)) || source.kind === 'given') continue;
      const suggestion = suggest(source.name, this.parameterNames(), 'remove it, or declare the parameter');
      this.run.diagnostics.report('LG2013', { name: source.name, suggestion }, source.span);
    }
  }
}
