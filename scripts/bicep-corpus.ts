// Compiles every .bicep and .bicepparam file under a folder and compares what has a compiled template beside it; see docs/bicep.md.
// npx tsx scripts/bicep-corpus.ts <folder> [--parse-only] [--exclude <part of a path>]... [--only <part of a path>] [--inputs <count>] [--library <folder>] [--json <file>] [--files]

import { statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { libraryFolder } from '../src/library/index.ts';
import { compareCorpus } from './bicep-corpus/compare-corpus.ts';
import { pairsOf, readCorpus } from './bicep-corpus/corpus-folder.ts';
import { textOf } from './bicep-corpus/difference.ts';
import { lowerCorpus } from './bicep-corpus/lower-corpus.ts';
import { parseCorpus } from './bicep-corpus/parse-corpus.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'parse-only': { type: 'boolean', default: false },
    exclude: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    inputs: { type: 'string', default: '4' },
    library: { type: 'string' },
    json: { type: 'string' },
    files: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    'usage: bicep-corpus.ts <folder> [--parse-only] [--exclude <part of a path>]... [--only <part of a path>] [--inputs <count>] [--library <folder>] [--json <file>] [--files]',
  );
  process.exit(2);
}
const library =
  values.library ?? libraryFolder({ env: process.env, platform: process.platform, home: homedir() });

const files = readCorpus(folder, values.exclude);
const parsed = parseCorpus(files);
console.log(
  `${relative('.', folder)}: ${files.length} files, ${(parsed.characters / 1e6).toFixed(1)} million characters`,
);
console.log(
  `parsed: ${parsed.clean} of ${parsed.valid} without a diagnostic, in ${parsed.seconds.toFixed(2)} s`,
);
for (const line of parsed.problems) console.log(`  ${line}`);
if (values.files) for (const path of parsed.failed) console.log(`  ${path}`);
let failed = parsed.isLossy;

if (!values['parse-only']) {
  const lowered = lowerCorpus(folder, files, library);
  console.log(
    `lowered: ${lowered.clean} of ${lowered.count} without an error, in ${lowered.seconds.toFixed(2)} s with parsing (and ${lowered.registrySeconds.toFixed(2)} s for modules of registries; ${lowered.cpuSeconds.toFixed(2)} s of all cores)`,
  );
  for (const line of [...lowered.crashes, ...lowered.problems]) console.log(`  ${line}`);
  for (const [how, byReference] of lowered.references) {
    const total = [...byReference.values()].reduce((sum, count) => sum + count, 0);
    console.log(`references to registries, ${how}: ${total} of ${byReference.size} different ones`);
    if (how === 'not found') for (const reference of byReference.keys()) console.log(`  ${reference}`);
  }
  const pairs = pairsOf(folder, files).filter((pair) => pair.path.includes(values.only));
  const compared = compareCorpus(folder, files, pairs, library, Number(values.inputs));
  for (const line of compared.lines) console.log(line);
  failed ||= lowered.crashes.length > 0 || compared.crashes > 0;
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(JSON.parse(textOf(compared.pairs)), null, 2)}\n`);
}
if (failed) process.exitCode = 1;
