import {
  childNode,
  type Diagnostic,
  fold,
  type JsonNode,
  type Limits,
  type ObjectNode,
  type PropertyNode,
  spanOf,
} from '../kernel/index.ts';
import { Deployment } from './deployment.ts';
import { evaluateNode } from './evaluate-node.ts';
import { ExpansionRun } from './expansion-run.ts';
import type { Frame } from './frame.ts';
import type { ParameterSource } from './parameter-source.ts';
import { targetScope } from './target-scope.ts';
import { readTemplate } from './template-sections.ts';

/**
 * A parameter file whose values are expressions. Each file that another one extends is a program of its own: its variables and functions are not
 * seen by the other, its values are, as `parameters('base')` (articles/azure-resource-manager/bicep/bicep-extend.md).
 */
export class ParameterProgram {
  readonly #entries: readonly PropertyNode[];
  readonly #base: ParameterProgram | undefined;
  readonly #run: ExpansionRun;
  readonly #frame: Frame;

  constructor(root: ObjectNode, limits: Limits) {
    const entries = childNode(root, 'parameters');
    this.#entries = entries?.kind === 'object' ? entries.properties : [];
    const base = childNode(root, 'extends');
    this.#base = base?.kind === 'object' ? new ParameterProgram(base, limits) : undefined;
    this.#run = new ExpansionRun(limits, () => ({ problem: 'parameter files link no templates' }), undefined);
    const sections = readTemplate(this.#template(root), this.#run.diagnostics);
    this.#frame = new Deployment({
      run: this.#run,
      sections: sections!,
      scope: targetScope('resourceGroup', {}),
      parameters: this.#base === undefined ? [] : [this.#base.asBase()],
      path: [],
      outer: undefined,
    }).frame;
  }

  /** The values that are computed, and all that the file inherits. */
  sources(): ParameterSource[] {
    const own = this.#entries.flatMap(({ name, value: entry }): ParameterSource[] => {
      const node = childNode(entry, 'expression');
      return node === undefined ? [] : [this.#computed(name, node)];
    });
    const names = new Set(this.#entries.map((entry) => fold(entry.name)));
    const inherited = this.#base?.all().filter((source) => !names.has(fold(source.name))) ?? [];
    return [...own, ...inherited];
  }

  /** What was wrong with what has been computed so far. */
  diagnostics(): readonly Diagnostic[] {
    return [...this.#run.diagnostics.list, ...(this.#base?.diagnostics() ?? [])];
  }

  /** Every value of the file, its references to secrets included. */
  all(): ParameterSource[] {
    const secrets = this.#entries.flatMap(({ name, value: entry }): ParameterSource[] =>
      childNode(entry, 'reference') === undefined ? [] : [{ kind: 'keyVault', name, span: spanOf(entry) }],
    );
    return [...this.sources(), ...secrets];
  }

  #computed(name: string, node: JsonNode): ParameterSource & { kind: 'computed' } {
    const value = evaluateNode(node, this.#frame);
    return { kind: 'computed', name, node, frame: this.#frame, value, span: spanOf(node) };
  }

  /** The values of the file as the object that a file which extends it sees. */
  asBase(): ParameterSource {
    const own = this.#entries.map((entry): PropertyNode => ({ ...entry, value: valueNode(entry) }));
    const names = new Set(own.map(({ name }) => name));
    const inherited = (this.#base?.inheritable() ?? []).filter(({ name }) => !names.has(name));
    const source = this.#frame.deployment.sections.root.source;
    const properties = [
      ...own,
      ...inherited.map((entry) => ({
        ...entry,
        value: textNode(entry.value, `[parameters('base').${entry.name}]`),
      })),
    ];
    return this.#computed('base', { kind: 'object', source, start: 0, end: 0, properties });
  }

  /** The names that a file which extends this one sees. */
  inheritable(): PropertyNode[] {
    const names = new Set(this.#entries.map(({ name }) => name));
    return [...this.#entries, ...(this.#base?.inheritable() ?? []).filter(({ name }) => !names.has(name))];
  }

  /** The parts of the file that expressions see, as a template. */
  #template(root: ObjectNode): ObjectNode {
    const seen = root.properties.filter(({ name }) => name === 'variables' || name === 'functions');
    if (this.#base === undefined) return { ...root, properties: seen };
    const place = { source: root.source, start: root.start, end: root.start };
    const property = (name: string, value: JsonNode): PropertyNode => ({
      name,
      nameStart: root.start,
      nameEnd: root.start,
      value,
    });
    const type = property('type', { kind: 'scalar', ...place, value: 'object' });
    const base = property('base', { kind: 'object', ...place, properties: [type] });
    const parameters = property('parameters', { kind: 'object', ...place, properties: [base] });
    return { ...root, properties: [...seen, parameters] };
  }
}

/** What a value is to a file that extends this one; of a secret it is known only that it is one. */
function valueNode({ name, value: entry }: PropertyNode): JsonNode {
  return childNode(entry, 'expression') ?? textNode(entry, `[listSecret('${name}')]`);
}

function textNode({ source, start, end }: JsonNode, value: string): JsonNode {
  return { kind: 'scalar', source, start, end, value };
}
