import {
  childNode,
  fold,
  type JsonNode,
  type Origin,
  type PropertyNode,
  type Span,
  spanOf,
  stringOf,
  type Value,
} from '../../kernel/index.ts';
import type { Deployment } from '../deployment.ts';
import type { ResourceInstance } from '../resource-instance.ts';

/** Something with a name that a template declares. */
export interface Declaration {
  readonly kind: 'parameter' | 'variable' | 'output' | 'resource' | 'template';
  readonly name: string;
  /** Its name, where it is declared. */
  readonly span: Span;
  /** The value that it has here; `undefined` where it has none, as a resource. */
  readonly value: Value | undefined;
  /** Where a parameter's value is written: in a parameter file, as its default, or where a template is nested. */
  readonly given: { readonly kind: Origin['kind'] | 'secret'; readonly span: Span } | undefined;
  /** What the author says of it. */
  readonly description: string | undefined;
}

/** A parameter of a deployment. */
export function parameterDeclaration(deployment: Deployment, name: string): Declaration | undefined {
  const property = deployment.sections.parameters.get(fold(name));
  if (property === undefined) return undefined;
  return {
    kind: 'parameter',
    name: property.name,
    span: nameSpan(property),
    value: deployment.parameter(name),
    given: givenTo(deployment, name),
    description: descriptionOf(property.value),
  };
}

function givenTo(deployment: Deployment, name: string): Declaration['given'] {
  const source = deployment.parameterSource(name);
  switch (source?.kind) {
    case undefined:
    case 'given':
      return undefined;
    case 'keyVault':
      return { kind: 'secret', span: source.span };
    case 'file':
    case 'computed':
      return { kind: 'parameter', span: source.span };
    case 'default':
      return { kind: 'default', span: spanOf(source.node) };
    case 'nested': {
      const isHere = deployment.sections.root.source === source.span.source;
      return { kind: isHere ? 'nested-template' : 'linked-template', span: source.span };
    }
    default:
      return source satisfies never;
  }
}

/** A variable of a deployment, one that a copy loop makes included. */
export function variableDeclaration(deployment: Deployment, name: string): Declaration | undefined {
  const copy = deployment.variableCopy(name);
  const property = deployment.sections.variables.get(fold(name));
  const span = property === undefined ? copyNameSpan(copy) : nameSpan(property);
  if (span === undefined) return undefined;
  const value = deployment.variable(name);
  return {
    kind: 'variable',
    name: property?.name ?? name,
    span,
    value,
    given: undefined,
    description: undefined,
  };
}

/** A resource of a deployment, at its type. */
export function resourceDeclaration({ node, name, symbolicName }: ResourceInstance): Declaration {
  const shown = symbolicName ?? (typeof name === 'string' ? name : '');
  const span = spanOf(childNode(node, 'type') ?? node);
  return { kind: 'resource', name: shown, span, value: undefined, given: undefined, description: undefined };
}

function nameSpan({ nameStart, nameEnd, value }: PropertyNode): Span {
  return { source: value.source, start: nameStart, end: nameEnd };
}

function copyNameSpan(copy: JsonNode | undefined): Span | undefined {
  return copy && spanOf(childNode(copy, 'name') ?? copy);
}

function descriptionOf(declaration: JsonNode): string | undefined {
  return stringOf(childNode(childNode(declaration, 'metadata'), 'description'));
}
