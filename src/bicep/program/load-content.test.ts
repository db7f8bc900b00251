import { describe, expect, it } from 'vitest';
import { childNode, type JsonNode, placeOf, plainValue, spanOf, type Value } from '../../kernel/index.ts';
import { BicepProgram } from './bicep-program.ts';
import { filesOf, type TestFiles } from './files.case.ts';

const files: TestFiles = {
  'a.txt': 'one\r\ntwo',
  'expression.txt': '[resourceGroup().location]',
  'data.json':
    '{"n": 1, "list": [{"x": "a"}, {"x": "b"}], "f": 1.5, "e": "[x]", "copy": [], "n": 2, "big": 3000000000}',
  'data.yaml': 'n: 1\nlist:\n  - x: a\n',
  'broken.json': '{\n"a": ]}',
  'utf16.txt': Uint8Array.from([0xff, 0xfe, 0x41, 0]),
  'latin.txt': Uint8Array.from([0xe9]),
  'bytes.bin': Uint8Array.from([0, 255]),
  'long.txt': 'x'.repeat(131_073),
  'long.json': `"${'x'.repeat(1_048_576)}"`,
  'long.bin': new Uint8Array(98_305),
  'd/a.txt': '',
  'd/b': '',
};

/** The template of `var x = <expression>`. */
function variablesOf(expression: string, before = ''): Value {
  const document = new BicepProgram(filesOf(files)).document(
    'main.bicep',
    `${before}\nvar x = ${expression}`,
  );
  return plainValue(childNode(document.root, 'variables')!);
}

/** What is said of `var x = <expression>`: code and the text that it stands at. */
function said(expression: string, before = ''): string[] {
  const text = `${before}\nvar x = ${expression}`;
  return new BicepProgram(filesOf(files))
    .document('main.bicep', text)
    .diagnostics.filter(({ code }) => code !== 'LG7298')
    .map(({ code, span, message }) => `${code} ${text.slice(span?.start, span?.end)}: ${message}`);
}

describe('what a load function reads', () => {
  it.each<[string, Value]>([
    ["loadTextContent('a.txt')", { x: 'one\r\ntwo' }],
    ["sys.loadTextContent('./a.txt')", { x: 'one\r\ntwo' }],
    ["loadTextContent('expression.txt')", { x: '[[resourceGroup().location]' }],
    ["loadTextContent('latin.txt', 'iso-8859-1')", { x: 'é' }],
    ["loadTextContent('utf16.txt', 'utf-16')", { x: 'A' }],
    ["loadFileAsBase64('bytes.bin')", { x: 'AP8=' }],
    ["loadJsonContent('data.json', '.list[0].x')", { '$fxv#0': 'a', x: "[variables('$fxv#0')]" }],
    ["loadJsonContent('data.json', '..x')", { '$fxv#0': ['a', 'b'], x: "[variables('$fxv#0')]" }],
    ["loadYamlContent('data.yaml', 'list')", { '$fxv#0': [{ x: 'a' }], x: "[variables('$fxv#0')]" }],
    [
      "'<${loadTextContent('a.txt')}>'",
      { '$fxv#0': 'one\r\ntwo', x: "[format('<{0}>', variables('$fxv#0'))]" },
    ],
    [
      "loadDirectoryFileInfo('d', '*.txt')",
      {
        '$fxv#0': [{ relativePath: 'd/a.txt', baseName: 'a.txt', extension: '.txt' }],
        x: "[variables('$fxv#0')]",
      },
    ],
    [
      "loadJsonContent('data.json')",
      {
        '$fxv#0': {
          n: 2,
          list: [{ x: 'a' }, { x: 'b' }],
          f: "[json('1.5')]",
          e: '[[x]',
          "[string('copy')]": [],
          big: 3_000_000_000,
        },
        x: "[variables('$fxv#0')]",
      },
    ],
  ])('%s', (expression, variables) => {
    expect(variablesOf(expression)).toEqual(variables);
  });

  it.each([
    ["var name = 'a'", "loadTextContent('${name}.txt')"],
    ["var name = 'a'\nvar file = '${name}.txt'", 'loadTextContent(file)'],
    ["var n = 'data'", "loadJsonContent(('${n}.json'), '.list[${0}].x')"],
  ])('is named by what is known: %s', (before, expression) => {
    expect(said(expression, before)).toEqual([]);
  });

  it('is written out in the body of a function, where no variable can be seen', () => {
    const text =
      "func f() object => loadJsonContent('data.json')\nfunc g() string => loadTextContent('a.txt')";
    const { root } = new BicepProgram(filesOf(files)).document('main.bicep', text);
    const functions = plainValue(childNode(root, 'functions')!) as {
      members: Record<string, { output: { value: Value } }>;
    }[];
    expect(functions[0]?.members.g?.output.value).toBe('one\r\ntwo');
    expect(functions[0]?.members.f?.output.value).toMatchObject({ n: 2 });
  });

  it('is a call where it is part of an expression of a function', () => {
    const text = "func f() array => concat(loadJsonContent('data.json', '.list'), [1])";
    const { root } = new BicepProgram(filesOf(files)).document('main.bicep', text);
    expect(JSON.stringify(plainValue(root!))).toContain(
      "[concat(createArray(createObject('x', 'a'), createObject('x', 'b')), createArray(1))]",
    );
  });

  it('stands in the file where it is written, a text where it is loaded', () => {
    const program = new BicepProgram(filesOf(files));
    const text = "var t = loadTextContent('a.txt')\nvar y = loadYamlContent('data.yaml')";
    const variables = childNode(program.document('main.bicep', text).root, 'variables');
    const place = (node: JsonNode | undefined) => node && placeOf(spanOf(node));
    expect(place(childNode(variables, 't'))).toMatchObject({ file: 'main.bicep', line: 1, column: 9 });
    expect(place(childNode(childNode(variables, '$fxv#0'), 'list'))).toMatchObject({
      file: 'data.yaml',
      line: 3,
    });
  });

  it('is read once for all that load it', () => {
    const source = filesOf(files);
    const call = "loadJsonContent('data.json')";
    new BicepProgram(source).document('main.bicep', `var a = ${call}\nvar b = ${call}.n\nvar c = [${call}]`);
    expect(source.reads).toEqual(['data.json']);
  });
});

describe('what is wrong with it is said at the argument', () => {
  it.each<[string, string]>([
    [
      "loadTextContent('none.txt')",
      "LG7112 'none.txt': `none.txt` cannot be read: it does not exist (BCP091)",
    ],
    ["loadFileAsBase64('none')", "LG7112 'none': `none` cannot be read: it does not exist (BCP091)"],
    ["loadDirectoryFileInfo('none')", "LG7112 'none': `none` cannot be read: it does not exist (BCP091)"],
    ["loadTextContent('')", "LG7111 '': the path `` cannot be used: it is empty (BCP050)"],
    [
      "loadTextContent('/a')",
      "LG7111 '/a': the path `/a` cannot be used: it is not relative to the file (BCP051)",
    ],
    [
      "loadTextContent('a\\\\b')",
      "LG7111 'a\\\\b': the path `a\\b` cannot be used: folders are separated by `/` (BCP098)",
    ],
    [
      "loadTextContent('a?')",
      "LG7111 'a?': the path `a?` cannot be used: it holds one of the characters \" * : < > ? | (BCP085)",
    ],
    ["loadTextContent('long.txt')", "LG7113 'long.txt': `long.txt` has more than 131072 characters (BCP184)"],
    [
      "loadJsonContent('long.json')",
      "LG7113 'long.json': `long.json` has more than 1048576 characters (BCP184)",
    ],
    ["loadFileAsBase64('long.bin')", "LG7113 'long.bin': `long.bin` has more than 98304 bytes (BCP184)"],
    [
      "loadJsonContent('data.json', '.x')",
      "LG7115 '.x': the JSONPath `.x` leads to nothing in the file: no value is there (BCP235)",
    ],
    ["loadTextContent('a.txt', 'utf8')", "LG7116 'utf8': there is no encoding `utf8` (BCP070)"],
    [
      "loadTextContent('utf16.txt', 'utf-8')",
      "LG7117 'utf-8': the file is in `utf-16`, as its first bytes say (BCP185)",
    ],
    [
      'loadTextContent(resourceGroup().name)',
      'LG7110 resourceGroup().name: `loadTextContent` takes a text that is known when the file is compiled (BCP032)',
    ],
    [
      'loadTextContent(1)',
      'LG7110 1: `loadTextContent` takes a text that is known when the file is compiled (BCP032)',
    ],
    [
      "loadFileAsBase64('a', 'utf-8')",
      "LG7118 loadFileAsBase64('a', 'utf-8'): `loadFileAsBase64` takes 1 argument, but got 2 (BCP071)",
    ],
  ])('%s', (expression, message) => {
    expect(said(expression)).toContain(message);
  });

  it('as for what cannot be parsed, with its line', () => {
    expect(said("loadJsonContent('broken.json')")[0]).toMatch(
      /^LG7114 'broken.json': `broken.json` is not JSON: line 2: .*\(BCP186\)$/,
    );
  });

  it('for a variable that is its own value', () => {
    expect(
      said('loadTextContent(y)', 'var y = z\nvar z = y').some((one) => one.startsWith('LG7110 y:')),
    ).toBe(true);
  });
});
