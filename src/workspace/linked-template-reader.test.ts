import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { linkedTemplateReader } from './linked-template-reader.ts';

const outside = temporaryFolder({
  'secret.json': '{}',
  'infra/main.json': '{}',
  'infra/m/a.json': '{}',
  'infra/b.json': '{}',
});
const folder = temporaryFolder({
  'main.json': '{}',
  'm/a.json': '{"a": 1}',
  'm/b.json': '[',
  'shared.json': '{}',
});
symlinkSync(join(outside, 'secret.json'), join(folder, 'm/link.json'));
symlinkSync(outside, join(folder, 'linked'));
symlinkSync('../shared.json', join(folder, 'm/inner.json'));

function read(from: string, link: string, paths: readonly string[] = ['.']): string {
  const result = linkedTemplateReader(folder, paths, { ...defaultLimits, fileBytesMax: 100 })(from, link);
  return 'problem' in result ? result.problem : `read ${result.source.path}`;
}

const refused = 'it is outside the folder that is checked';

describe('the linked template reader', () => {
  it.each([
    ['main.json', 'm/a.json', 'read m/a.json'],
    ['m/a.json', '../main.json', 'read main.json'],
    ['m/a.json', './b.json', 'read m/b.json'],
    ['main.json', 'm/inner.json', 'read m/inner.json'],
    ['main.json', 'm/none.json', 'it does not exist'],
    ['main.json', 'm', 'cannot read the file: it is not a file'],
    ['main.json', `../${outside.split('/').at(-1)}/secret.json`, refused],
    ['main.json', join(outside, 'secret.json'), refused],
    ['main.json', '../../../../etc/passwd', refused],
    ['main.json', '../there-is-nothing-here.json', refused],
    ['main.json', 'm/link.json', refused],
    ['main.json', 'linked/secret.json', refused],
  ])('of %s reads %s: %s', (from, link, expected) => {
    expect(read(from, link)).toBe(expected);
  });

  it.each([
    ['a folder elsewhere', join(outside, 'infra')],
    ['a file elsewhere', join(outside, 'infra/main.json')],
  ])('reads within %s that is checked, and no further', (_, path) => {
    expect(read(join(outside, 'infra/main.json'), 'm/a.json', [path])).toContain('read ');
    expect(read(join(outside, 'infra/m/a.json'), '../b.json', [path])).toContain('read ');
    expect(read(join(outside, 'infra/main.json'), '../secret.json', [path])).toBe(refused);
  });

  it('minds no path below a file', () => {
    expect(read('main.json', 'm/a.json', ['main.json/x.json'])).toBe('read m/a.json');
  });

  it('reads a file once', () => {
    const reader = linkedTemplateReader(folder, [], defaultLimits);
    expect(reader('main.json', 'm/a.json')).toBe(reader('m/b.json', 'a.json'));
  });

  it.each([
    ['m/a.json', 'of a file', '[]', '[]'],
    ['m/new.json', 'of no file', '{ }', '{ }'],
    ['m/link.json', 'of a link that leads out', '{ }', refused],
    ['../secret.json', 'of what is outside', '{ }', refused],
  ])('reads %s as the text that is not saved %s', (link, _, text, expected) => {
    const path = link.startsWith('..') ? join(folder, link) : link;
    const reader = linkedTemplateReader(folder, ['.'], defaultLimits, new Map([[path, text]]));
    const result = reader('main.json', link);
    expect('problem' in result ? result.problem : result.source.text).toBe(expected);
  });
});
