import { describe, expect, it } from 'vitest';
import { BicepProgram } from '../../src/bicep/index.ts';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { defaultLimits } from '../../src/kernel/index.ts';
import { bicepFilesOf } from '../../src/workspace/index.ts';
import { memoryFiles } from './bicep-case.ts';
import { compileLawfully } from './bicep-laws.case.ts';

const store =
  "resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'contosostore', location: 'westeurope' }";

/** The codes that compiling a file gives. */
function codesOf(main: string, files: Readonly<Record<string, string>> = {}): string[] {
  return compileLawfully({ ...files, 'main.bicep': main }).findings.map(
    (entry) => entry.split(' ', 1)[0] ?? '',
  );
}

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

describe('files that use each other', () => {
  it('as modules end in a diagnostic', () => {
    const files = { 'other.bicep': "module main 'main.bicep' = { name: 'x' }" };
    expect(codesOf("module other 'other.bicep' = { name: 'x' }", files)).toContain('LG7103');
  });
  it('as a module of itself end in a diagnostic', () => {
    expect(codesOf("module self 'main.bicep' = { name: 'x' }\noutput x string = self.outputs.x")).toContain(
      'LG7103',
    );
  });
  it('by importing end in a value or a diagnostic', () => {
    const files = {
      'other.bicep': "import { a } from 'main.bicep'\n@export()\nvar b = a",
      'main.bicep': '',
    };
    codesOf("import { b } from 'other.bicep'\n@export()\nvar a = b\noutput x string = a", files);
    codesOf(
      "import * as self from 'main.bicep'\n@export()\ntype t = self.t\n@export()\nvar a = self.a\noutput x t = a",
    );
    codesOf("import { a } from 'main.bicep'\noutput x string = a");
  });
  it('by a chain of files as long as the limit allows', () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `m${index}.bicep`,
        `module next 'm${index + 1}.bicep' = { name: 'x' }\noutput x string = next.outputs.x`,
      ]),
    );
    codesOf("module first 'm0.bicep' = { name: 'x' }\noutput x string = first.outputs.x", files);
  });
});

describe('declarations that use each other', () => {
  const each = [
    'var a = b\nvar b = a\noutput x string = a',
    `${store}\nvar a = [b, store.properties.x]\nvar b = { c: a }\noutput x object = b`,
    "resource a 'Contoso.A/b@2024-01-01' = { name: b.name }\nresource b 'Contoso.A/b@2024-01-01' = { name: a.name }",
    "resource a 'Contoso.A/b@2024-01-01' = { name: a.id }",
    "resource a 'Contoso.A/b@2024-01-01' = { name: 'a', scope: b }\nresource b 'Contoso.A/b@2024-01-01' = { name: 'b', scope: a }",
    "resource a 'Contoso.A/b/c@2024-01-01' = { name: 'a', parent: b }\nresource b 'Contoso.A/b@2024-01-01' = { name: 'b', parent: a }",
    "resource a 'Contoso.A/b/c@2024-01-01' = { name: 'a', parent: b }\nresource b 'Contoso.A/b@2024-01-01' = { name: 'b', scope: a }",
    "resource a 'Contoso.A/b@2024-01-01' = { name: 'a', scope: a }\noutput x string = a.id",
    "resource a 'Contoso.A/b@2024-01-01' existing = { name: a.properties.x }\noutput x string = a.id",
    "resource a 'Contoso.A/b@2024-01-01' = [for i in a: { name: 'a' }]",
    "resource a 'Contoso.A/b@2024-01-01' = [for i in range(0, 2): { name: a[i].name }]\noutput x string = a[1].name",
    "module a 'x.bicep' = { name: a.name, params: { x: a.outputs.x } }",
    "module a 'x.bicep' = { name: b.name }\nmodule b 'x.bicep' = { name: a.name }\noutput x string = a.outputs.x",
    'param a string = b\nparam b string = a\noutput x string = a',
    'func a() string => b()\nfunc b() string => a()\noutput x string = a()',
    'type a = b\ntype b = a\nparam x a\noutput y b = x',
    'type a = { b: a }\nparam x a\noutput y object = x.b.b.b',
    'type a = a[]\nparam x a',
    'type a = a.b\nparam x a',
    'output a string = a\nvar b = [for i in b: i]',
  ];
  it.each(each.map((text) => [text]))('%s', (text) => {
    compileLawfully({ 'main.bicep': text, 'x.bicep': "param x string = ''\noutput x string = x" });
  });
});

describe('long ways', () => {
  it('of variables', () => {
    codesOf(`var v0 = 'x'\n${times(20_000, (at) => `var v${at + 1} = v${at}`)}\noutput x string = v20000`);
  });
  it('of declarations, the last one first', () => {
    const count = 3_000;
    const each = (line: (at: number) => string) => times(count, (index) => line(count - index));
    codesOf(`output x string = v${count}\n${each((at) => `var v${at} = v${at - 1}`)}\nvar v0 = 'x'`);
    codesOf(
      `output x string = f${count}()\n${each((at) => `func f${at}() string => f${at - 1}()`)}\nfunc f0() string => 'x'`,
    );
    codesOf(
      `${each((at) => `resource r${at} 'Contoso.A/b@2024-01-01' = { name: 'n${at}', tags: { of: r${at - 1}.id } }`)}\nresource r0 'Contoso.A/b@2024-01-01' = { name: 'n' }`,
    );
  });
  it('of variables of the running deployment', () => {
    const chain = times(5_000, (at) => `var v${at + 1} = 'x\${v${at}}'`);
    expect(codesOf(`${store}\nvar v0 = store.properties.x\n${chain}\noutput x string = v5000`)).toContain(
      'LG7104',
    );
  });
  it('of variables that use each other twice', () => {
    const doubled = times(60, (at) => `var v${at + 1} = '\${v${at}}\${v${at}}'`);
    expect(codesOf(`${store}\nvar v0 = store.properties.x\n${doubled}\noutput x string = v60`)).toContain(
      'LG7104',
    );
  });
  it('of variables that use each other twice and hold no such value', () => {
    const doubled = times(60, (at) => `var v${at + 1} = { a: v${at}, b: v${at} }`);
    const user = "resource a 'Contoso.A/b@2024-01-01' = { name: 'a', properties: { x: v60.a } }";
    codesOf(`${store}\nvar v0 = store.id\n${doubled}\n${user}`);
  });
  it('of objects in objects by variables of the running deployment', () => {
    const doubled = times(40, (at) => `var v${at + 1} = { a: v${at}, b: [v${at}] }`);
    codesOf(`${store}\nvar v0 = store.properties.x\n${doubled}\noutput x object = v40`);
  });
  it('of names of resources', () => {
    const line = (at: number) =>
      `resource r${at + 1} 'Contoso.A/b@2024-01-01' = { name: '\${r${at}.name}\${r${at}.name}' }`;
    codesOf(`resource r0 'Contoso.A/b@2024-01-01' = { name: 'x' }\n${times(20, line)}`);
  });
  it('of loops that are referred to by index', () => {
    const line = (at: number) =>
      `resource r${at + 1} 'Contoso.A/b@2024-01-01' = [for i in range(0, 2): { name: '\${r${at}[i * i].name}\${i}\${i}' }]`;
    codesOf(
      `resource r0 'Contoso.A/b@2024-01-01' = [for i in range(0, 2): { name: '\${i}\${i}' }]\n${times(40, line)}`,
    );
  });
  it('of parents', () => {
    const line = (at: number) =>
      `resource r${at + 1} 'Contoso.A/b/c@2024-01-01' = { name: 'n', parent: r${at} }`;
    codesOf(`resource r0 'Contoso.A/b@2024-01-01' = { name: 'x' }\n${times(3_000, line)}`);
  });
  it('of scopes', () => {
    const line = (at: number) =>
      `resource r${at + 1} 'Contoso.A/b@2024-01-01' = { name: 'n', scope: r${at} }`;
    codesOf(`resource r0 'Contoso.A/b@2024-01-01' = { name: 'x' }\n${times(2_000, line)}`);
  });
  it('of dependencies', () => {
    const line = (at: number) =>
      `resource r${at + 1} 'Contoso.A/b@2024-01-01' existing = { name: 'n\${r${at}.properties.x}' }`;
    codesOf(
      `resource r0 'Contoso.A/b@2024-01-01' existing = { name: 'x' }\n${times(300, line)}\noutput x string = r300.properties.x`,
    );
  });
  it('of types', () => {
    codesOf(`type t0 = string\n${times(500, (at) => `type t${at + 1} = t${at}`)}\nparam x t500`);
    codesOf(
      `type t0 = string\n${times(60, (at) => `type t${at + 1} = { a: t${at}, b: t${at} }`)}\nparam x t60`,
    );
    codesOf(`type t0 = 'a' | 'b'\n${times(60, (at) => `type t${at + 1} = t${at} | t${at}`)}\nparam x t60`);
  });
  it('of functions', () => {
    const line = (at: number) => `func f${at + 1}(x string) string => '\${f${at}(x)}\${f${at}(x)}'`;
    codesOf(`func f0(x string) string => x\n${times(12, line)}\noutput x string = f12('a')`);
  });
});

describe('deep nesting', () => {
  const deep = 20_000;
  const each: readonly (readonly [string, string])[] = [
    ['parentheses', `output x string = ${'('.repeat(deep)}'a'${')'.repeat(deep)}`],
    ['arrays', `output x array = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['objects', `output x object = ${'{ a: '.repeat(deep)}1${' }'.repeat(deep)}`],
    ['calls', `output x string = ${'toUpper('.repeat(deep)}'a'${')'.repeat(deep)}`],
    ['accesses', `param a object\noutput x string = a${'.b'.repeat(deep)}`],
    ['operators', `output x int = 1${' + 1'.repeat(deep)}`],
    ['negations', `output x bool = ${'!'.repeat(deep)}true`],
    ['conditions', `output x int = ${'true ? 1 : '.repeat(deep)}2`],
    ['strings', `output x string = ${"'${".repeat(deep)}'a'${"}'".repeat(deep)}`],
    ['types', `param x string${'[]'.repeat(deep)}`],
    ['object types', `param x ${'{ a: '.repeat(deep)}string${' }'.repeat(deep)}`],
    ['lambdas', `output x array = map([], ${'a => '.repeat(deep)}1)`],
    ['loops', `var x = ${'[for a in [1]: '.repeat(deep)}1${']'.repeat(deep)}`],
    [
      'resources',
      `resource a 'A.B/c@2024-01-01' = {\n${"resource a 'd' = {\n".repeat(deep)}${'}\n'.repeat(deep)}}`,
    ],
    ['decorators', `${'@secure()\n'.repeat(deep)}param x string`],
  ];
  it.each(each)('of %s', (_, text) => {
    codesOf(text);
  });
  it('within the limit of the parser', () => {
    const limit = 100;
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['{ a: ', ' }'],
      ['toUpper(', ')'],
      ['!', ''],
    ])
      codesOf(`output x object = ${(open ?? '').repeat(limit)}true${(close ?? '').repeat(limit)}`);
  });
});

describe('large and broken files', () => {
  it('of ten million characters', () => {
    const line =
      "resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'contosostore', location: 'westeurope' }\n";
    const program = new BicepProgram(memoryFiles({}));
    const many = program.document('many.bicep', line.repeat(Math.ceil(10_000_000 / line.length)));
    expect(many.root?.kind).toBe('object');
    expect(
      program.document('text.bicep', `output x string = '${'x'.repeat(10_000_000)}'`).diagnostics,
    ).toEqual([]);
    expect(program.document('noise.bicep', '#@!('.repeat(2_500_000)).diagnostics.length).toBeGreaterThan(0);
    expect(program.document('lines.bicep', '\n'.repeat(10_000_000)).diagnostics).toEqual([]);
  });

  it('in encodings that are read, and in those that are not', () => {
    const text = "output x string = 'ä'";
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const folder = temporaryFolder({
      'utf16le.bicep': utf16,
      'utf16be.bicep': Buffer.from(utf16).swap16(),
      'utf8.bicep': Buffer.from(`\uFEFF${text}`),
      'latin1.bicep': Buffer.from(text, 'latin1'),
      'broken.bicep': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]),
      'empty.bicep': '',
    });
    const codes = (path: string) => {
      const program = new BicepProgram(bicepFilesOf(disk(folder)));
      const { diagnostics } = program.document('main.bicep', `module m '${path}' = { name: 'm' }`);
      return diagnostics.filter((entry) => entry.level === 'error').map((entry) => entry.code);
    };
    for (const path of ['utf16le.bicep', 'utf16be.bicep', 'utf8.bicep', 'empty.bicep'])
      expect(codes(path), path).toEqual([]);
    for (const path of ['latin1.bicep', 'broken.bicep', 'missing.bicep', '../outside.bicep', '.', ''])
      expect(codes(path), path).not.toEqual([]);
  });
});

function disk(folder: string): Parameters<typeof bicepFilesOf>[0] {
  return {
    workingFolder: folder,
    paths: ['.'],
    limits: defaultLimits,
    libraryFolder: folder,
    homeFolder: folder,
    environment: {},
  };
}
