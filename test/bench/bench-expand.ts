import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultLimits, parseJson } from '../../src/kernel/index.ts';
import { expand, readParameterFile } from '../../src/template/index.ts';
import { findTemplates, linkedTemplateReader } from '../../src/workspace/index.ts';
import { medianMs, printLine } from './measure.ts';

/** (a) All templates of a folder: reading text to expanded resources, against JSON.parse of the same bytes. */
export function benchExpand(folder: string): void {
  if (!existsSync(folder)) {
    console.log(`(a) expand: skipped, there is no ${folder}`);
    return;
  }
  const { templates } = findTemplates({
    paths: ['.'],
    workingFolder: folder,
    exclude: [],
    parameterFiles: [],
    limits: defaultLimits,
  });
  const texts = templates.map(({ document, parameterFiles }) => ({
    path: document.source.path,
    text: readFileSync(join(folder, document.source.path), 'utf8'),
    parameters: parameterFiles
      .slice(0, 1)
      .map((file) => readFileSync(join(folder, file.source.path), 'utf8')),
  }));
  const bytes = texts.reduce(
    (sum, { text, parameters }) => sum + text.length + (parameters[0]?.length ?? 0),
    0,
  );
  const readLinked = linkedTemplateReader(folder, ['.'], defaultLimits);
  let resources = 0;
  const expandMs = medianMs(() => {
    resources = 0;
    for (const { path, text, parameters } of texts) {
      const sources = parameters.flatMap((one) =>
        readParameterFile(parseJson(`${dirname(path)}/parameters`, one).root),
      );
      resources += expand(parseJson(path, text), { parameters: sources, readLinked }).resources.length;
    }
  });
  const parseMs = medianMs(() => {
    for (const { text, parameters } of texts) for (const one of [text, ...parameters]) parseQuietly(one);
  });
  const what = `(a) expand ${texts.length} templates, ${(bytes / 1e6).toFixed(2)} MB, ${resources} resources`;
  printLine(
    what,
    `${expandMs.toFixed(0)} ms`,
    `${(expandMs / parseMs).toFixed(1)} x JSON.parse of the same bytes`,
  );
}

/** Templates may hold comments, which JSON.parse refuses. */
function parseQuietly(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    // Such a text is measured up to the comment; there are few.
  }
}
