import { describe, expect, it } from 'vitest';
import { childNode, placeOf, plainValue, type Value } from '../../kernel/index.ts';
import type { BicepFiles } from '../bicep-files.ts';
import { BicepProgram } from './bicep-program.ts';

type Files = Readonly<Record<string, string>>;

const none = { problem: 'it does not exist' };

function filesOf(files: Files): BicepFiles {
  const read = (path: string) => {
    const text = files[path];
    return text === undefined ? none : { path, text };
  };
  return {
    readText: (_from, path) => read(path),
    readArtifact: (_from, reference) => read(reference),
    readBytes: (_from, path) => {
      const file = read(path);
      return 'problem' in file ? file : { path, bytes: new TextEncoder().encode(file.text) };
    },
    listFolder: () => none,
    environmentVariable: () => undefined,
  };
}

function codesOf(files: Files): string[] {
  const program = new BicepProgram(filesOf(files));
  return program
    .document('main.bicep', files['main.bicep'] ?? '')
    .diagnostics.filter(({ level }) => level === 'error')
    .map(({ code, span }) => {
      const place = span === undefined ? undefined : placeOf(span);
      return `${code} ${place?.file}:${place?.line}`;
    });
}

const useOf = (path: string) => `module m '${path}' = {\n  name: 'm'\n}\n`;

describe('a program', () => {
  it('makes a file once as long as nothing has changed', () => {
    const program = new BicepProgram(filesOf({ 'a.bicep': 'output x int = 1' }));
    const first = program.document('main.bicep', useOf('a.bicep'));
    expect(program.document('main.bicep', useOf('a.bicep')).root).toBe(first.root);
    program.readFrom(filesOf({ 'a.bicep': 'output x int = 1' }));
    expect(program.document('main.bicep', useOf('a.bicep')).root).toBe(first.root);
  });

  it('makes it again when a file that it uses has changed, however far away', () => {
    const before = { 'a.bicep': useOf('b.bicep'), 'b.bicep': "param tls string = '1.0'" };
    const program = new BicepProgram(filesOf(before));
    const first = program.document('main.bicep', useOf('a.bicep'));
    program.readFrom(filesOf({ ...before, 'b.bicep': "param tls string = '1.2'" }));
    const second = program.document('main.bicep', useOf('a.bicep'));
    expect(second.root).not.toBe(first.root);
    expect(JSON.stringify(plainValue(second.root!))).toContain('1.2');
  });

  it('makes it again when a file that it loads has changed, is there at last, or is gone', () => {
    const text = "var settings = loadTextContent('a.txt')\noutput x string = settings";
    const program = new BicepProgram(filesOf({ 'a.txt': 'one' }));
    const settings = () => {
      const { root } = program.document('main.bicep', text);
      return (plainValue(childNode(root, 'variables')!) as Record<string, Value>).settings;
    };
    expect(settings()).toBe('one');
    program.readFrom(filesOf({ 'a.txt': 'two' }));
    expect(settings()).toBe('two');
    program.readFrom(filesOf({}));
    expect(settings()).toMatch(/could not be read/);
    program.readFrom(filesOf({ 'a.txt': 'three' }));
    expect(settings()).toBe('three');
  });

  it('keeps the places of each file in that file', () => {
    const program = new BicepProgram(filesOf({ 'a.bicep': "\n\nparam tls string = '1.0'" }));
    const { root } = program.document('main.bicep', useOf('a.bicep'));
    const resource = childNode(root, 'resources');
    const properties = childNode(resource?.kind === 'array' ? resource.items[0] : undefined, 'properties');
    const parameters = childNode(childNode(properties, 'template'), 'parameters');
    const given = childNode(childNode(parameters, 'tls'), 'defaultValue');
    expect(given === undefined ? undefined : placeOf(given)).toMatchObject({
      file: 'a.bicep',
      line: 3,
      column: 20,
    });
  });
});

describe('what is wrong with the files of a program', () => {
  it('is said of a module that is not there, at the place that names it', () => {
    expect(codesOf({ 'main.bicep': `\n${useOf('a.bicep')}` })).toEqual(['LG7101 main.bicep:2']);
  });

  it('is said in the file where it is', () => {
    const files = { 'main.bicep': useOf('a.bicep'), 'a.bicep': 'output x string = nothing' };
    expect(codesOf(files)).toEqual(['LG7201 a.bicep:1']);
  });

  it('is said of a compiled template that is no JSON', () => {
    expect(codesOf({ 'main.bicep': useOf('a.json'), 'a.json': '{ "resources": [' })).toContain(
      'LG1001 a.json:1',
    );
  });

  it.each([
    ['itself', { 'main.bicep': useOf('main.bicep') }, 'BCP094'],
    ['one that uses it', { 'main.bicep': useOf('a.bicep'), 'a.bicep': useOf('main.bicep') }, 'BCP095'],
  ])('is said of a file that uses %s, and ends', (_, files, bcp) => {
    const program = new BicepProgram(filesOf(files));
    const { diagnostics } = program.document('main.bicep', files['main.bicep']);
    const found = diagnostics.filter(({ code }) => code === 'LG7103');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.message).toContain(bcp);
  });

  it('is not said of imports that go round, where no value does', () => {
    const files = {
      'main.bicep': "import { b } from 'a.bicep'\n@export()\nvar a = 1\noutput x int = b + a",
      'a.bicep': "import { a } from 'main.bicep'\n@export()\nvar b = a",
    };
    const program = new BicepProgram(filesOf(files));
    const { root } = program.document('main.bicep', files['main.bicep']);
    expect(childNode(root, 'outputs')).toBeDefined();
  });
});
