import { defaultLimits, type Value, type ValueObject } from '../kernel/index.ts';

/** The value of a JSON text, or what is wrong with it. The text itself is never repeated: it may hold secrets. */
export type ParsedEntry = { readonly value: Value } | { readonly problem: string };

/** Integers that a double cannot hold. */
const longNumber = /[:[,\s]-?\d{16,}\s*[,}\]]/;

/** Parses one entry. Integers beyond 2^53 become `bigint`; `__proto__` is left out, as everywhere in landguard. */
export function parseEntry(text: string, depthMax = defaultLimits.documentDepthMax): ParsedEntry {
  let value: Value;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'the text between its brackets is not JSON' };
  }
  // An entry of so few characters cannot be nested so deeply.
  if (text.length > 2 * depthMax && isDeeperThan(value, depthMax)) {
    return { problem: `it is nested deeper than ${depthMax} levels` };
  }
  if (longNumber.test(text)) value = restoreIntegers(value, text);
  if (text.includes('__proto__')) dropPrototypes(value);
  return { value };
}

function isDeeperThan(value: Value, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isDeeperThan(item, levels - 1)) return true;
    return false;
  }
  const object = value as ValueObject;
  for (const key in object) if (isDeeperThan(object[key]!, levels - 1)) return true;
  return false;
}

/** `JSON.parse` gives the text of a number to its reviver from Node 21 on only, so numbers are marked in the text first. */
function restoreIntegers(value: Value, text: string): Value {
  const mark = '\uE00Bint:';
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?=\s*[,}\]])/g, (part, offset: number) =>
    part.startsWith('"') || text[offset - 1] === '.' || /[\d.eE+]/.test(text[offset - 1] ?? '')
      ? part
      : `"${mark}${part}"`,
  );
  try {
    return JSON.parse(marked, (_, part) => {
      if (typeof part !== 'string' || !part.startsWith(mark)) return part;
      const digits = part.slice(mark.length);
      return Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits);
    });
  } catch {
    return value;
  }
}

const prototypeKey = '__proto__';

function dropPrototypes(value: Value): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, prototypeKey)) Reflect.deleteProperty(value, prototypeKey);
  for (const part of Object.values(value)) dropPrototypes(part as Value);
}
