import { describe, expect, it } from 'vitest';
import { parseJson, plainValue } from '../../../kernel/index.ts';
import { canonicalSchema } from './canonical-schema.ts';

function canonical(schema: string): string | undefined {
  const { root } = parseJson('schema.json', schema);
  return root === undefined ? undefined : JSON.stringify(plainValue(canonicalSchema(root)));
}

const bare = '{"type":"int","metadata":{"description":"d"},"maxValue":2,"nullable":true,"minValue":1}';
const ordered = '{"type":"int","nullable":true,"minValue":1,"maxValue":2,"metadata":{"description":"d"}}';

describe('the schema of an imported type', () => {
  it.each([
    [bare, ordered],
    [
      '{"type":"int","minValue":1,"metadata":{"description":"d","more":1}}',
      '{"type":"int","metadata":{"more":1,"description":"d"},"minValue":1}',
    ],
    ['{"type":"int","metadata":{},"minValue":1}', '{"type":"int","minValue":1}'],
    [
      '{"type":"object","additionalProperties":false,"properties":{},"nullable":true}',
      '{"type":"object","properties":{},"nullable":true,"additionalProperties":false}',
    ],
    [`{"type":"array","items":${bare}}`, `{"type":"array","items":${ordered}}`],
    [
      `{"type":"array","prefixItems":[${bare}],"items":false}`,
      `{"type":"array","prefixItems":[${ordered}],"items":false}`,
    ],
    [
      `{"type":"object","properties":{"metadata":${bare}},"additionalProperties":${bare}}`,
      `{"type":"object","properties":{"metadata":${ordered}},"additionalProperties":${ordered}}`,
    ],
    [
      `{"type":"object","discriminator":{"propertyName":"k","mapping":{"a":${bare}}}}`,
      `{"type":"object","discriminator":{"propertyName":"k","mapping":{"a":${ordered}}}}`,
    ],
  ])('%s', (schema, expected) => {
    expect(canonical(schema)).toBe(expected);
  });

  it('keeps values that only look like schemas', () => {
    const schema = '{"type":"object","allowedValues":[{"metadata":{"description":"d"},"nullable":true}]}';
    expect(canonical(schema)).toBe(schema);
  });
});
