import {
  childNode,
  type Diagnostics,
  findKey,
  isKnown,
  isObject,
  type JsonNode,
  plainValue,
  type Span,
  spanOf,
  stringOf,
  typeOfValue,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';

import { printExpression } from './expression-printer.ts';
import { deepEquals } from './functions/index.ts';
import type { TemplateSections } from './template-sections.ts';
import { readTypeDeclaration, type TypeDeclaration } from './type-declaration.ts';

/** Checks values against the types and constraints that parameters declare. */
export class ParameterCheck {
  readonly #sections: TemplateSections;
  readonly #diagnostics: Diagnostics;

  constructor(sections: TemplateSections, diagnostics: Diagnostics) {
    this.#sections = sections;
    this.#diagnostics = diagnostics;
  }

  /**
   * Reports everything about `value` that Azure Resource Manager would refuse; unknown parts are not judged.
   * Returns whether the value is usable.
   */
  check(name: string, value: Value, declarationNode: JsonNode, place: Span): boolean {
    const declaration = readTypeDeclaration(declarationNode, this.#sections);
    if (declaration === undefined) {
      this.#diagnostics.report(
        'LG2020',
        { reference: firstReference(declarationNode) },
        spanOf(declarationNode),
      );
      return true;
    }
    if (value instanceof Unknown) return true;
    if (value === null && declaration.nullable) return true;
    return (
      this.#checkType(name, value, declaration, place) &&
      this.#checkConstraints(name, value, declaration, place)
    );
  }

  #checkType(name: string, value: Value, declaration: TypeDeclaration, place: Span): boolean {
    const wanted = declaration.type;
    if (wanted === undefined || typeOfValue(value) === wanted) return true;
    this.#diagnostics.report(
      'LG2010',
      { name, expected: `of type ${wanted}`, found: describeValue(value) },
      place,
    );
    return false;
  }

  #checkConstraints(name: string, value: Value, declaration: TypeDeclaration, place: Span): boolean {
    const { node } = declaration;
    if (!this.#checkAllowed(name, value, node, place)) return false;
    const limits = [
      ['minValue', (limit: number) => numberOf(value) === undefined || numberOf(value)! >= limit],
      ['maxValue', (limit: number) => numberOf(value) === undefined || numberOf(value)! <= limit],
      ['minLength', (limit: number) => lengthOf(value) === undefined || lengthOf(value)! >= limit],
      ['maxLength', (limit: number) => lengthOf(value) === undefined || lengthOf(value)! <= limit],
    ] as const;
    for (const [constraint, holds] of limits) {
      const limit = childNode(node, constraint);
      if (limit?.kind !== 'scalar' || typeof limit.value !== 'number' || holds(limit.value)) continue;
      this.#diagnostics.report('LG2012', { name, constraint, limit: limit.value }, place);
      return false;
    }
    if (isObject(value)) return this.#checkProperties(name, value, node, place);
    if (Array.isArray(value)) return this.#checkItems(name, value, node, place);
    return true;
  }

  #checkAllowed(name: string, value: Value, node: JsonNode, place: Span): boolean {
    const allowed = childNode(node, 'allowedValues');
    if (allowed?.kind !== 'array' || !isKnown(value)) return true;
    const values = allowed.items.map(plainValue);
    if (values.some((one) => deepEquals(one, value) === true)) return true;
    if (Array.isArray(value) && value.every((item) => values.some((one) => deepEquals(one, item) === true)))
      return true;
    this.#diagnostics.report(
      'LG2011',
      { name, allowed: values.slice(0, 10).map(printExpression).join(', ') },
      place,
    );
    return false;
  }

  #checkProperties(name: string, value: ValueObject, node: JsonNode, place: Span): boolean {
    const shape = this.#variantOf(value, node) ?? node;
    const declared = childNode(shape, 'properties');
    const properties = declared?.kind === 'object' ? declared.properties : [];
    let usable = this.#checkAdditional(name, value, shape, place);
    for (const property of properties) {
      const path = `${name}.${property.name}`;
      const key = findKey(value, property.name);
      if (key !== undefined) usable = this.check(path, value[key]!, property.value, place) && usable;
      else if (readTypeDeclaration(property.value, this.#sections)?.nullable === false) {
        this.#diagnostics.report('LG2010', { name: path, expected: 'given', found: 'missing' }, place);
        usable = false;
      }
    }
    return usable;
  }

  /** Properties that are not declared: refused where `additionalProperties` is false, checked where it is a type. */
  #checkAdditional(name: string, value: ValueObject, shape: JsonNode, place: Span): boolean {
    const additional = childNode(shape, 'additionalProperties');
    const isRefused = additional?.kind === 'scalar' && additional.value === false;
    if (additional?.kind !== 'object' && !isRefused) return true;
    const declared = childNode(shape, 'properties');
    let usable = true;
    for (const [key, member] of Object.entries(value)) {
      if (childNode(declared, key) !== undefined) continue;
      const path = `${name}.${key}`;
      if (!isRefused) usable = this.check(path, member, additional, place) && usable;
      else {
        this.#diagnostics.report('LG2010', { name: path, expected: 'left out', found: 'given' }, place);
        usable = false;
      }
    }
    return usable;
  }

  /** The variant of a discriminated object that `value` says it is. */
  #variantOf(value: ValueObject, node: JsonNode): JsonNode | undefined {
    const discriminator = childNode(node, 'discriminator');
    const key = stringOf(childNode(discriminator, 'propertyName'));
    const tagKey = key === undefined ? undefined : findKey(value, key);
    const tag = tagKey === undefined ? undefined : value[tagKey];
    if (typeof tag !== 'string') return undefined;
    const variant = childNode(childNode(discriminator, 'mapping'), tag);
    return variant === undefined ? undefined : readTypeDeclaration(variant, this.#sections)?.node;
  }

  #checkItems(name: string, value: readonly Value[], node: JsonNode, place: Span): boolean {
    const items = childNode(node, 'items');
    const prefixItems = childNode(node, 'prefixItems');
    let usable = true;
    for (const [index, item] of value.entries()) {
      const declared = (prefixItems?.kind === 'array' ? prefixItems.items[index] : undefined) ?? items;
      const path = `${name}[${index}]`;
      if (declared?.kind === 'object') usable = this.check(path, item, declared, place) && usable;
      else if (declared?.kind === 'scalar' && declared.value === false) {
        this.#diagnostics.report('LG2010', { name: path, expected: 'left out', found: 'given' }, place);
        usable = false;
      }
    }
    return usable;
  }
}

function firstReference(node: JsonNode): string {
  return stringOf(childNode(node, '$ref')) ?? '';
}

function numberOf(value: Value): number | undefined {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
}

function lengthOf(value: Value): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}
