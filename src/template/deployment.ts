import {
  childNode,
  fold,
  type JsonNode,
  type PropertyNode,
  spanOf,
  stringOf,
  suggest,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { evaluateLoop, evaluateNode } from './evaluate-node.ts';
import type { ExpansionRun } from './expansion-run.ts';
import { Frame } from './frame.ts';
import { MissingNameError } from './missing-name.ts';
import { ParameterEvaluation } from './parameter-evaluation.ts';
import type { ParameterSource } from './parameter-source.ts';
import { isPropertyCopy } from './property-copy.ts';
import { declareResources } from './resource-declaration.ts';
import { ResourceIndex } from './resource-index.ts';
import type { ResourceInstance } from './resource-instance.ts';
import type { TargetScope } from './target-scope.ts';
import type { TemplateSections } from './template-sections.ts';

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
  /** The resource that this is the nested deployment of. */
  readonly madeBy?: ResourceInstance;
}

const emptyIndex = new ResourceIndex([]);

/** One template being deployed: its parameters, variables, resources and outputs, each evaluated when first needed and once. */
export class Deployment {
  readonly run: ExpansionRun;
  readonly sections: TemplateSections;
  readonly scope: TargetScope;
  readonly path: readonly string[];
  readonly outer: Frame | undefined;
  readonly madeBy: ResourceInstance | undefined;
  readonly frame: Frame;
  readonly #sources: ReadonlyMap<string, ParameterSource>;
  readonly #parameters = new Map<string, Value>();
  readonly #variables = new Map<string, Value>();
  /** What is being evaluated, innermost last, to find cycles. */
  readonly #evaluating: string[] = [];
  #resources: readonly ResourceInstance[] | undefined;
  #index: ResourceIndex | undefined;
  #outputs: ValueObject | undefined;

  constructor(options: DeploymentOptions) {
    this.run = options.run;
    this.sections = options.sections;
    this.scope = options.scope;
    this.path = options.path;
    this.outer = options.outer;
    this.madeBy = options.madeBy;
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

  /** The resources by what `reference` calls them. */
  resourceIndex(): ResourceIndex {
    const resources = this.resources();
    // While the resources are being declared they are not all there yet.
    if (resources.length === 0) return emptyIndex;
    if (this.#index === undefined) {
      this.#index = emptyIndex;
      this.#index = new ResourceIndex(resources);
    }
    return this.#index;
  }

  /** The outputs as a deployment reports them: `{ name: { type, value } }`. Outputs whose condition is false are left out. */
  outputs(): ValueObject {
    if (this.#outputs === undefined) {
      this.#outputs = {};
      for (const output of this.sections.outputs.values()) {
        if (this.#isLeftOut(output.value)) continue;
        const value = this.#once('output', output.name, () => this.#evaluateOutput(output));
        this.#outputs[output.name] = { type: stringOf(childNode(output.value, 'type')) ?? 'object', value };
      }
    }
    return this.#outputs;
  }

  #isLeftOut(output: JsonNode): boolean {
    const condition = childNode(output, 'condition');
    return condition !== undefined && evaluateNode(condition, this.frame) === false;
  }

  #evaluateOutput({ name, value: node }: PropertyNode): Value {
    const copy = childNode(node, 'copy');
    const count = childNode(copy, 'count');
    const input = childNode(copy, 'input');
    if (count !== undefined && input !== undefined)
      return evaluateLoop(name, count, this.frame, (frame) => evaluateNode(input, frame), true);
    const value = childNode(node, 'value');
    return value === undefined ? null : evaluateNode(value, this.frame);
  }

  #evaluateVariableCopy(name: string, copy: JsonNode): Value {
    return evaluateLoop(name, childNode(copy, 'count')!, this.frame, (frame) =>
      evaluateNode(childNode(copy, 'input')!, frame),
    );
  }

  #evaluateParameter({ name, value: declaration }: PropertyNode): Value {
    return new ParameterEvaluation(this, name, declaration).run();
  }

  /** Evaluates something that may refer to itself; a cycle is reported and ends as an unknown. */
  #once(kind: 'parameter' | 'variable' | 'output', name: string, run: () => Value): Value {
    const key = `${kind} ${fold(name)}`;
    if (this.#evaluating.includes(key)) {
      const cycle = [...this.#evaluating.slice(this.#evaluating.indexOf(key)), key].map((one) =>
        one.slice(one.indexOf(' ') + 1),
      );
      const declaration = this.sections[`${kind}s`].get(fold(name));
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
