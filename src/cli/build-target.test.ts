import { describe, expect, it } from 'vitest';
import { type BuildOptions, buildTargets } from './build-target.ts';

describe('what is built', () => {
  it.each<[string[], BuildOptions, (string | undefined)[]]>([
    [['a/main.bicep', 'main.bicepparam'], {}, ['a/main.json', 'main.parameters.json']],
    [['a/main.bicep', 'main.BicepParam'], { outdir: 'out' }, ['out/main.json', 'out/main.parameters.json']],
    [['a/main.bicep'], { outfile: 'x.json' }, ['x.json']],
    [['a/main.bicep'], { stdout: true }, [undefined]],
  ])('%j with %j goes to %j', (files, options, outputs) => {
    expect(buildTargets(files, options).map((one) => one.output)).toEqual(outputs);
  });

  it.each<[string[], BuildOptions, RegExp]>([
    [['a.bicep'], { stdout: true, outdir: 'x' }, /do not go together$/],
    [['a.bicep', 'b.bicep'], { outfile: 'x.json' }, /are for one file; use --outdir for several$/],
    [['a.bicep', 'b.bicep'], { stdout: true }, /are for one file/],
    [
      ['a/main.bicep', 'b/main.bicep'],
      { outdir: 'x' },
      /two of the files would be written to `x\/main.json`$/,
    ],
  ])('%j with %j is refused', (files, options, problem) => {
    expect(() => buildTargets(files, options)).toThrow(problem);
  });
});
