import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInBicepConfig } from './bicep-config.ts';
import { cacheFolderOf, parseArtifactReference, resolveReference } from './index.ts';

const subscription = 'ABCDEF00-0000-0000-0000-000000000001';
const digest = `sha256:${'0a'.repeat(32)}`;

function folderOf(text: string): string {
  const reference = parseArtifactReference(text);
  if ('problem' in reference) throw new Error(reference.problem);
  const resolved = resolveReference(reference, builtInBicepConfig);
  if ('problem' in resolved) throw new Error(resolved.problem);
  return cacheFolderOf(resolved);
}

describe('the folder of an artifact in the Bicep cache', () => {
  it.each([
    ['br/public:avm/res/a/b:0.9.0', 'br/mcr.microsoft.com/bicep$avm$res$a$b/0.9.0$'],
    ['br:LOCALHOST:5000/a:v1', 'br/localhost$5000/a/v1$'],
    ['br:x/a:V1', 'br/x/a/V1$1'],
    ['br:x/a:vX.Y', 'br/x/a/vX.Y$a'],
    [`br:x/a:${'a'.repeat(64)}B`, `br/x/a/${'a'.repeat(64)}B$10000000000000000`],
    [`br:x/a:${'A'.repeat(128)}`, `br/x/a/${'A'.repeat(128)}$${'f'.repeat(32)}`],
    [`br:x/a@${digest}`, `br/x/a/${digest.replace(':', '#')}`],
    [`ts:${subscription}/Specs/Storage:V1`, `ts/${subscription.toLowerCase()}/specs/storage/v1`],
  ])('%s is %s', (text, expected) => {
    expect(folderOf(text)).toBe(expected);
  });

  it('is another one for another tag, on file systems without case too', () => {
    const tag = fc.stringMatching(/^[aAbB_1][aAbB._-]{0,6}$/);
    fc.assert(
      fc.property(tag, tag, (one, other) => {
        const folders = [one, other].map((each) => folderOf(`br:x/a:${each}`).toLowerCase());
        expect(folders[0] === folders[1]).toBe(one === other);
      }),
    );
  });
});
