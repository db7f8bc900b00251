import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultLimits, unknownsIn } from '../../src/kernel/index.ts';
import { expand, readParameterFile } from '../../src/template/index.ts';
import { findTemplates, linkedTemplateReader } from '../../src/workspace/index.ts';
import { describeShared, sharedPath } from '../shared-folder.ts';

/** What a template expands to, in numbers that a person can review. UPDATE=1 npm test writes them anew. */
interface Baseline {
  readonly resources: number;
  readonly unknowns: number;
  readonly diagnostics: readonly string[];
}

const baselineFile = 'test/corpus/template-baseline.json';

describeShared('public quickstart templates', 'corpus/templates/quickstarts', () => {
  const folder = sharedPath('corpus/templates/quickstarts');
  it('expand to what the reviewed baseline says, without a crash', () => {
    const found = findTemplates({
      paths: ['.'],
      workingFolder: folder,
      exclude: [],
      parameterFiles: [],
      limits: defaultLimits,
    });
    const actual: Record<string, Baseline> = {};
    for (const { document, parameterFiles } of found.templates) {
      const expansion = expand(document, {
        parameters: parameterFiles.slice(0, 1).flatMap((file) => readParameterFile(file.root)),
        readLinked: linkedTemplateReader(folder, ['.'], defaultLimits),
      });
      const codes = expansion.diagnostics.map(
        (entry) =>
          `${entry.code}${entry.span === undefined ? '' : `:${entry.span.source.positionAt(entry.span.start).line}`}`,
      );
      actual[document.source.path] = {
        resources: expansion.resources.length,
        unknowns: expansion.resources.flatMap((resource) => unknownsIn(resource.body)).length,
        diagnostics: codes.sort(),
      };
    }
    if (process.env.UPDATE) writeFileSync(baselineFile, `${JSON.stringify(actual, null, 2)}\n`);
    expect(Object.keys(actual).length).toBeGreaterThanOrEqual(40);
    expect(actual).toEqual(JSON.parse(readFileSync(baselineFile, 'utf8')));
  });
});
