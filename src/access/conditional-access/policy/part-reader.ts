import { findKey, isObject, type Value, type ValueObject } from '../../../kernel/index.ts';

/** A value that is not of the shape that the schema has at its place. */
export interface ShapeProblem {
  readonly path: string;
  readonly expected: string;
}

/**
 * Reads an object by taking what is known out of it; what remains is what the reader does not know. `null`, `[]` and `{}` say nothing, as
 * exports write them for what is not configured.
 */
export class PartReader {
  readonly path: string;
  readonly #left: ValueObject;
  readonly #parts: [string, PartReader][] = [];
  readonly #problems: ShapeProblem[];

  constructor(value: ValueObject, path = '', problems: ShapeProblem[] = []) {
    this.path = path;
    this.#left = { ...value };
    this.#problems = problems;
  }

  get problems(): readonly ShapeProblem[] {
    return this.#problems;
  }

  /** Takes a text; `''` when there is none. */
  text(name: string): string {
    return this.#take(name, 'a text', (value) => (typeof value === 'string' ? value : undefined)) ?? '';
  }

  /** Takes a list of texts. */
  list(name: string): readonly string[] {
    return this.#take(name, 'a list of texts', textsOf) ?? [];
  }

  /** Takes texts that are written as one, with commas, or as a list. */
  separated(name: string): readonly string[] {
    const read = this.#take(name, 'a text', (value) =>
      typeof value === 'string' ? value.split(',').map((one) => one.trim()) : textsOf(value),
    );
    return (read ?? []).filter((one) => one !== '');
  }

  /** Takes a whole value as it is. */
  object(name: string): ValueObject {
    return this.#take(name, 'an object', (value) => (isObject(value) ? value : undefined)) ?? {};
  }

  /** A part to read on in. */
  part(name: string): PartReader | undefined {
    const value = this.#take(name, 'an object', (found) => (isObject(found) ? found : undefined));
    if (value === undefined) return undefined;
    const part = new PartReader(value, this.#pathOf(name), this.#problems);
    this.#parts.push([name, part]);
    return part;
  }

  /** What was not taken, at its place; without what says nothing. */
  rest(): ValueObject {
    const rest: ValueObject = {};
    for (const [name, value] of Object.entries(this.#left)) if (!saysNothing(value)) rest[name] = value;
    for (const [name, part] of this.#parts) {
      const inner = part.rest();
      if (Object.keys(inner).length > 0) rest[name] = inner;
    }
    return rest;
  }

  #pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #take<Read>(name: string, expected: string, read: (value: Value) => Read | undefined): Read | undefined {
    const key = findKey(this.#left, name);
    const value = key === undefined ? undefined : this.#left[key];
    if (key === undefined || value === undefined || saysNothing(value)) return undefined;
    const taken = read(value);
    if (taken === undefined) this.#problems.push({ path: this.#pathOf(name), expected });
    else delete this.#left[key];
    return taken;
  }
}

/** Whether a value stands for what is not configured. */
export function saysNothing(value: Value): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function textsOf(value: Value): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts: string[] = [];
  for (const item of value) {
    if (typeof item !== 'string') return undefined;
    texts.push(item);
  }
  return texts;
}
