import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../kernel/index.ts';
import { readParameterFile } from '../../template/index.ts';
import { BicepProgram } from '../program/bicep-program.ts';
import { filesOf } from '../program/files.case.ts';

/** What `param x = <expression>` is when a file holds a text. */
function computed(expression: string, text: string): Value | undefined {
  const program = new BicepProgram(filesOf({ 'data.json': text }));
  const { root, diagnostics } = program.parameters('main.bicepparam', `using none\nparam x = ${expression}`);
  expect(diagnostics).toEqual([]);
  const [source] = readParameterFile(root);
  return source?.kind === 'computed' ? source.value : undefined;
}

const key = fc.string({ maxLength: 8 }).filter((one) => one !== '__proto__');
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.constantFrom('[a]', '[[a]', "it's", 'copy', '${x}'),
    fc.integer(),
    fc.constantFrom(0.5, -1.25, 3_000_000_000),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    // Azure Resource Manager tells names apart without regard to case.
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 4, selector: ([name]) => name.toLowerCase() })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

describe('what a file holds', () => {
  it('is the same value when it is loaded, as it is and as part of an expression', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        expect(computed("loadJsonContent('data.json')", text)).toEqual(value);
        expect(computed("[loadJsonContent('data.json')]", text)).toEqual([value]);
        expect(computed("first([loadJsonContent('data.json')])", text)).toEqual(value);
      }),
    );
  });

  it('is the same text', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.startsWith('\uFEFF')),
        (text) => {
          expect(computed("loadTextContent('data.json')", text)).toBe(text);
          expect(computed("base64ToString(loadFileAsBase64('data.json'))", text)).toBe(text);
        },
      ),
    );
  });
});
