import { describe, expect, it } from 'vitest';
import {
  editedText,
  type ObjectNode,
  plainValue,
  Source,
  type Span,
  type TextEdit,
} from '../../kernel/index.ts';
import { bicepEditing } from './bicep-editing.ts';
import { editLanguageOf } from './edit-language.ts';
import { unifiedDiff } from './unified-diff.ts';

const source = new Source(
  'main.bicep',
  "param access string = 'Enabled'\nvar net = {\n  access: access // why\n  tls: 'TLS1_0'\n}\nvar tags = { a: 1 }\n",
);
const spanOf = (part: string): Span => {
  const start = source.text.indexOf(part);
  return { source, start, end: start + part.length };
};
const edited = (edits: readonly TextEdit[] | undefined) => edits && editedText(source, edits);

describe('values in Bicep', () => {
  it.each(['main.bicep', 'infra/prod.bicepparam', 'MAIN.BICEP'])('are those of %s', (path) => {
    expect(editLanguageOf(new Source(path, ''))).toBe(bicepEditing);
  });

  it('are found where they are plain', () => {
    const node = bicepEditing.literalAt(spanOf("'Enabled'"));
    expect(node && plainValue(node)).toBe('Enabled');
    expect(node?.source).toBe(source);
    expect(bicepEditing.literalAt(spanOf('access // why'))).toBeUndefined();
  });

  it('are replaced where they are plain', () => {
    expect(edited(bicepEditing.replace(spanOf("'Enabled'"), 'Disabled'))).toBe(
      source.text.replace('Enabled', 'Disabled'),
    );
    expect(bicepEditing.replace({ source, start: 0, end: 5 }, 'x')).toBeUndefined();
  });

  it('are added to an object, and taken out by their positions', () => {
    const node = bicepEditing.literalAt(spanOf('{ a: 1 }')) as ObjectNode;
    expect(edited(bicepEditing.editParts(node, [['b', { c: true }]], new Set([0])))).toContain(
      'var tags = { b: { c: true } }',
    );
  });

  it('are not shown where they are secret', () => {
    const secret = new Source(
      'main.bicep',
      "@secure()\nparam one string = 'xyz'\nparam adminPassword string = 'abc'\nvar a = { clientSecret: 'def${one}', b: 'x' }\nvar c = '1'\n",
    );
    expect([...bicepEditing.secretLines(secret)]).toEqual([1, 2, 3]);
    const change = (part: string) => {
      const start = secret.text.indexOf(part);
      return unifiedDiff(secret, [{ source: secret, start, end: start + part.length, text: "'new'" }]);
    };
    expect(change("'xyz'")).toBeUndefined();
    expect(change("'x'")).toBeUndefined();
    expect(change("'1'")).toContain("+var c = 'new'");
    expect(change("'1'")).not.toContain('clientSecret');
  });
});
