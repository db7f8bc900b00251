import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../scripts/generated-docs.ts';
import { rooms } from '../scripts/rooms.ts';

/** Non-functional properties of the code itself. */
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const sources = tracked.filter(
  (path) => /^src\/.*\.ts$/.test(path) && !/(\.test|\.case|-for-test)\.ts$/.test(path),
);
const tests = tracked.filter((path) => /\.test\.ts$/.test(path));
const lineCount = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
const percentile = (numbers: number[], share: number) =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length * share)]!;

describe('files', () => {
  it('looked at the project', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(tests.length).toBeGreaterThan(100);
  });

  it('have names in kebab-case that say what they hold', () => {
    const bad = [...sources, ...tests].filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|case))?\.ts$/.test(basename(path)),
    );
    const empty = tracked.filter((path) =>
      /^(utils?|helpers?|common|misc|manager|types)\.(ts|mjs)$/.test(basename(path)),
    );
    expect([...bad, ...empty]).toEqual([]);
  });

  it('are small: median at most 80 lines, nine of ten at most 200, none over 400', () => {
    const counts = sources.map(lineCount);
    expect(percentile(counts, 0.5)).toBeLessThanOrEqual(80);
    expect(percentile(counts, 0.9)).toBeLessThanOrEqual(200);
    expect(
      sources.filter((path) => lineCount(path) > 400 && !path.endsWith('diagnostic-catalogue.ts')),
    ).toEqual([]);
  });

  it('come with nearly as many lines of tests and cases', () => {
    const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + lineCount(path), 0);
    const testLines = sum(
      tracked.filter((path) =>
        /(\.test|\.case|-for-test)\.ts$|^test\/(?!bench\/).*\.(ts|yaml|bicep|bicepparam)$/.test(path),
      ),
    );
    // The examples of a baseline policy are its tests (test/library/baseline.test.ts).
    const exampleLines = tracked
      .filter((path) => /^library\/baseline\/definitions\/.*\.json$/.test(path))
      .map((path) => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')).examples ?? {}, null, 2))
      .reduce((total, text) => total + text.split('\n').length, 0);
    expect(testLines / sum(sources)).toBeGreaterThan(0.65);
    expect((testLines + exampleLines) / sum(sources)).toBeGreaterThan(0.8);
  });
});

describe('rooms', () => {
  it('have a door each and are all in the rules and in the architecture', () => {
    const folders = [...new Set(sources.map((path) => path.split('/')[1]!))].sort();
    expect(folders).toEqual(Object.keys(rooms).sort());
    const architecture = readFileSync('docs/architecture.md', 'utf8');
    for (const room of folders) {
      expect(architecture).toContain(`| \`${room}\` |`);
      if (room !== 'cli') expect(existsSync(`src/${room}/index.ts`), room).toBe(true);
    }
  });
});

describe('text', () => {
  const texts = tracked.filter(
    (path) => /\.(ts|mjs|md|yaml|json)$/.test(path) && !/^(package-lock\.json|facts\/)/.test(path),
  );

  it('speaks of landguard alone', () => {
    const words = [
      /\/work\/(main|shared)/,
      /\/tmp\/[a-z]/,
      /registry\.npmjs/,
      /\b(TODO|FIXME|XXX)\b/,
      /\bas any(?=\s*(?:[;,()[\].=>{}]|$))/m,
      /@ts-(ignore|expect-error)/,
    ];
    const found = texts.flatMap((path) => {
      if (path === 'test/tidy.test.ts') return [];
      const text = readFileSync(path, 'utf8');
      return words.filter((word) => word.test(text)).map((word) => `${path}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('leaves no test out without a reason', () => {
    const found = tests.filter(
      (path) =>
        path !== 'test/tidy.test.ts' &&
        /\b(it|describe|test)\.(only|todo)\(|\bxit\(/.test(readFileSync(path, 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

describe('documents', () => {
  it.each([...generatedDocs()])('%s is what npm run docs writes', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('link to files that are there', () => {
    const pages = tracked.filter((path) => path.endsWith('.md'));
    const broken = pages.flatMap((page) => {
      const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
        (match) => match[1]!,
      );
      return links
        .filter((link) => !existsSync(`${dirname(page)}/${link}`))
        .map((link) => `${page}: ${link}`);
    });
    expect(broken).toEqual([]);
  });

  it('name the two commands and have an Unreleased head', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain('## Unreleased');
  });

  it('state the source of every table of facts', () => {
    const stated = readFileSync('facts/SOURCES.md', 'utf8');
    const tables = new Set(
      tracked.filter((path) => /^facts\/.+\.json$/.test(path)).map((path) => path.split('/').slice(1)[0]!),
    );
    expect([...tables].filter((table) => !stated.includes(table))).toEqual([]);
  });
});

describe('package', () => {
  it('pins exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
