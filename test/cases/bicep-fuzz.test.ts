import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBicep } from '../../src/bicep/index.ts';
import { type BicepCase, readBicepCases } from './bicep-case.ts';
import { compileLawfully } from './bicep-laws.case.ts';

/** BICEP_FUZZ_RUNS=100000 npx vitest run test/cases/bicep-fuzz.test.ts looks longer. */
const runs = { numRuns: Number(process.env.BICEP_FUZZ_RUNS ?? 400) };

const cases: readonly BicepCase[] = readBicepCases().flatMap(([, list]) => list);
const caseFiles = cases.map(filesOf);

function filesOf({ main, bicepparam, files }: BicepCase): Record<string, string> & { 'main.bicep': string } {
  return {
    ...files,
    'main.bicep': main,
    ...(bicepparam === undefined ? {} : { 'main.bicepparam': bicepparam }),
  };
}

function isBicep(path: string): boolean {
  return /\.bicep(param)?$/.test(path);
}

/** The pieces of all cases: what mutations put in. */
const pieces = [
  ...new Set(
    caseFiles
      .flatMap((files) => Object.entries(files))
      .filter(([path]) => isBicep(path))
      .flatMap(([path, text]) => tokensOf(path, text)),
  ),
  '\u0000',
  '\ud800',
  '😀',
  '\r\n',
];

function tokensOf(path: string, text: string): string[] {
  return parseBicep(path, text).tokens.map(({ start, end }) => text.slice(start, end));
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

type Change = (parts: readonly string[], at: number, other: number, piece: string) => string[];

const changes: Readonly<Record<string, Change>> = {
  delete: (parts, at) => parts.toSpliced(at, 1),
  double: (parts, at) => parts.toSpliced(at, 0, parts[at] ?? ''),
  swap: (parts, at, other) => parts.with(at, parts[other] ?? '').with(other, parts[at] ?? ''),
  replace: (parts, at, _, piece) => parts.with(at, piece),
  copy: (parts, at, other) => parts.with(at, parts[other] ?? ''),
  insert: (parts, at, _, piece) => parts.toSpliced(at, 0, piece),
  truncate: (parts, at) => parts.slice(0, at),
};

const part = fc.double({ min: 0, max: 0.999999, noNaN: true });
const change = fc.record({
  kind: fc.constantFrom(...Object.keys(changes)),
  inLines: fc.boolean(),
  file: part,
  at: part,
  other: part,
  piece: fc.constantFrom(...pieces),
});

/** The files of a case after a few changes. */
const mutant = fc
  .tuple(fc.constantFrom(...caseFiles), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([files, list]) => {
    const changed: Record<string, string> = { ...files };
    for (const { kind, inLines, file, at, other, piece } of list) {
      const paths = Object.keys(changed).filter((path) => !path.includes(':'));
      const path = paths[Math.floor(file * paths.length)] ?? 'main.bicep';
      const text = changed[path] ?? '';
      const parts = inLines || !isBicep(path) ? linesOf(text) : tokensOf(path, text);
      if (parts.length === 0) continue;
      const place = (where: number) => Math.floor(where * parts.length);
      changed[path] = changes[kind]?.(parts, place(at), place(other), piece).join('') ?? text;
    }
    return changed;
  });

describe('any text', () => {
  it('of the pieces of real files becomes a template or diagnostics', () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(soup, (text) => {
        compileLawfully({ 'main.bicep': text });
      }),
      runs,
    );
  });

  it('of declarations of real files becomes a template or diagnostics', () => {
    const declarations = caseFiles.flatMap((files) => {
      const text = files['main.bicep'];
      return parseBicep('main.bicep', text).declarations.map(({ start, end }) => text.slice(start, end));
    });
    const shuffled = fc.array(fc.constantFrom(...declarations), { maxLength: 12 });
    const others: Record<string, string> = Object.assign({}, ...caseFiles);
    fc.assert(
      fc.property(shuffled, (list) => {
        compileLawfully({ ...others, 'main.bicep': list.join('\n') });
      }),
      runs,
    );
  });
});

describe('a changed file', () => {
  it('becomes a template or diagnostics', () => {
    fc.assert(
      fc.property(mutant, (files) => {
        compileLawfully(files);
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });
});

describe('a file of a case', () => {
  it.each(cases.map((one) => [one.name, one] as const))('means the same with CRLF: %s', (_, one) => {
    const files = filesOf(one);
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        isBicep(path) ? text.replaceAll('\n', '\r\n') : text,
      ]),
    );
    const { template, findings } = compileLawfully(windows);
    const plain = compileLawfully(files);
    // A string over several lines has the ends of lines that the file has.
    expect(template.replaceAll('\\r\\n', '\\n')).toBe(plain.template);
    expect(findings.map((entry) => entry.split(' ', 1))).toEqual(
      plain.findings.map((entry) => entry.split(' ', 1)),
    );
  });
});
