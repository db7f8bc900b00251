import { parseJson, plainValue, type Value } from '../kernel/index.ts';

/** Integers that a double cannot hold. */
const longNumber = /[:[,\s]-?\d{16,}\s*[,}\]]/;

/** The value of a JSON text; `undefined` when it is none. Integers beyond 2^53 become `bigint`. */
export function answerValue(text: string): Value | undefined {
  try {
    const value: Value = JSON.parse(text);
    if (!longNumber.test(text)) return value;
    const { root } = parseJson('', text);
    return root === undefined ? value : plainValue(root);
  } catch {
    return undefined;
  }
}
