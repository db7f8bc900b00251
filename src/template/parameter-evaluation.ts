import {
  childNode,
  isObject,
  type JsonNode,
  plainValue,
  type Span,
  spanOf,
  Unknown,
  type UnknownCause,
  type Value,
} from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { withoutPlaceholders } from './environment-placeholder.ts';
import { evaluateNode, evaluateObject } from './evaluate-node.ts';
import type { Frame } from './frame.ts';
import { ParameterCheck } from './parameter-check.ts';
import { keyVaultSecret, type ParameterSource } from './parameter-source.ts';
import { withoutSecrets } from './secure-value.ts';
import { readTypeDeclaration, type TypeDeclaration } from './type-declaration.ts';

/** A source of which the value can be evaluated. */
type ReadableSource =
  | Exclude<ParameterSource, { kind: 'keyVault' }>
  | { readonly kind: 'default'; readonly node: JsonNode };

/** Finds the value of one declared parameter of a deployment, and checks it. */
export class ParameterEvaluation {
  readonly #deployment: Deployment;
  readonly #name: string;
  readonly #declaration: JsonNode;
  readonly #type: TypeDeclaration | undefined;

  constructor(deployment: Deployment, name: string, declaration: JsonNode) {
    this.#deployment = deployment;
    this.#name = name;
    this.#declaration = declaration;
    this.#type = readTypeDeclaration(declaration, deployment.sections);
  }

  run(): Value {
    const source = this.#deployment.parameterSource(this.#name);
    if (source === undefined) return this.#missing();
    if (source.kind === 'keyVault') return keyVaultSecret(this.#name, this.#type?.type, source.span);
    const value = this.#orDefault(this.#valueOf(source));
    const place = this.#placeOf(source);
    const { sections, run } = this.#deployment;
    const check = new ParameterCheck(sections, run.diagnostics);
    if (!check.check(this.#name, value, this.#declaration, place)) return this.#refused(place);
    return withoutSecrets(this.#name, value, this.#declaration, sections, place);
  }

  #valueOf(source: ReadableSource): Value {
    switch (source.kind) {
      case 'given':
      case 'computed':
        return source.value;
      case 'file':
        return withoutPlaceholders(plainValue(source.node), {
          name: this.#name,
          type: this.#type?.type,
          span: source.span,
        });
      case 'nested':
        return this.#valueOfNested(source.entry, source.frame, source.span);
      case 'default':
        return evaluateNode(source.node, this.#deployment.frame);
      default:
        return source satisfies never;
    }
  }

  /** An entry may be an expression for the whole of `{ value }` or `{ reference }`, as Bicep writes it for conditions. */
  #valueOfNested(entry: JsonNode, frame: Frame, span: Span): Value {
    const whole = entry.kind === 'object' ? evaluateObject(entry, frame) : evaluateNode(entry, frame);
    if (whole instanceof Unknown) return whole.derive(`${whole.expression}.value`);
    if (whole === null || !isObject(whole)) return null;
    return whole.reference === undefined
      ? (whole.value ?? null)
      : keyVaultSecret(this.#name, this.#type?.type, span);
  }

  /** Null stands for no value where a parameter has a default and does not take null. */
  #orDefault(value: Value): Value {
    const defaultValue = childNode(this.#declaration, 'defaultValue');
    if (value !== null || defaultValue === undefined || this.#type?.nullable === true) return value;
    return evaluateNode(defaultValue, this.#deployment.frame);
  }

  #placeOf(source: ReadableSource): Span {
    if (source.kind === 'given') return spanOf(this.#declaration);
    return source.kind === 'default' ? spanOf(source.node) : source.span;
  }

  #missing(): Value {
    const name = this.#name;
    if (this.#type?.nullable === true) return null;
    const place = spanOf(this.#declaration);
    const { outer, run } = this.#deployment;
    if (outer === undefined) run.diagnostics.report('LG2009', { name }, place);
    const allowed = childNode(this.#declaration, 'allowedValues');
    const candidates =
      allowed?.kind === 'array' && this.#type?.type !== 'array' ? allowed.items.map(plainValue) : undefined;
    return new Unknown(`parameters('${name}')`, {
      type: this.#type?.type,
      secret: this.#type?.secure ?? false,
      candidates,
      causes: [{ kind: 'parameter', name: `parameter ${name}`, span: place }],
    });
  }

  #refused(span: Span): Unknown {
    const cause: UnknownCause = {
      kind: 'error',
      name: `the value of parameter ${this.#name}, which is not allowed`,
      span,
    };
    return new Unknown(`parameters('${this.#name}')`, { type: this.#type?.type, causes: [cause] });
  }
}
