import type {
  ArrayNode,
  JsonNode,
  ObjectNode,
  PropertyNode,
  ScalarNode,
  Source,
} from '../../../kernel/index.ts';
import type { SyntaxRange } from '../../syntax/index.ts';
import { type ArmExpression, escapeText, printArm } from './arm-expression.ts';

/** A property that is being made; without a place of its own it has that of its value. */
export interface Entry {
  readonly name: string;
  readonly place?: SyntaxRange | undefined;
  readonly value: JsonNode;
}

/** Makes template nodes that stand where the Bicep that they come from stands. */
export class NodeBuilder {
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  scalar(place: SyntaxRange, value: ScalarNode['value']): ScalarNode {
    return { kind: 'scalar', source: this.#sourceOf(place), start: place.start, end: place.end, value };
  }

  /** A string that stands for itself. */
  text(place: SyntaxRange, text: string): ScalarNode {
    return this.scalar(place, escapeText(text));
  }

  /** What an expression computes, or the literal that it is. */
  expression(place: SyntaxRange, expression: ArmExpression): ScalarNode {
    if (expression.kind === 'call') return this.scalar(place, `[${printArm(expression)}]`);
    const { value } = expression;
    return typeof value === 'string' ? this.text(place, value) : this.scalar(place, value);
  }

  array(place: SyntaxRange, items: readonly JsonNode[]): ArrayNode {
    return { kind: 'array', source: this.#sourceOf(place), start: place.start, end: place.end, items };
  }

  object(place: SyntaxRange, entries: readonly (Entry | undefined)[]): ObjectNode {
    const source = this.#sourceOf(place);
    const properties: PropertyNode[] = [];
    for (const entry of entries) {
      if (entry === undefined) continue;
      const at = entry.place ?? (entry.value.source === source ? entry.value : place);
      properties.push({ name: entry.name, nameStart: at.start, nameEnd: at.end, value: entry.value });
    }
    return { kind: 'object', source, start: place.start, end: place.end, properties };
  }

  /** A place that is a node may be one of a file that is imported. */
  #sourceOf(place: SyntaxRange | JsonNode): Source {
    return 'source' in place ? place.source : this.source;
  }
}
