// Parses every .bicep and .bicepparam file under a folder and reports how many could be read, what was wrong with the others, and how fast.
// npx tsx scripts/bicep-corpus.ts <folder> [--exclude <part of a path>]...

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBicep, printTokens } from '../src/bicep/index.ts';
import { type Diagnostic, formatPlace, placeOf } from '../src/kernel/index.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    exclude: { type: 'string', multiple: true, default: [] },
    files: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || !statSync(folder).isDirectory()) {
  console.error('usage: bicep-corpus.ts <folder> [--exclude <part of a path>]... [--files]');
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.bicep(param)?$/.test(name) && !values.exclude.some((part) => name.includes(part)))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const characters = files.reduce((sum, { text }) => sum + text.length, 0);
const started = performance.now();
const trees = files.map(({ name, text }) => parseBicep(name, text));
const seconds = (performance.now() - started) / 1000;

const failed = trees.filter((tree) => tree.diagnostics.length > 0);
const lossy = trees.filter((tree) => printTokens(tree) !== tree.source.text);
const byCode = new Map<string, Diagnostic[]>();
for (const entry of failed.flatMap((tree) => tree.diagnostics)) {
  const code = `${entry.code} ${/BCP\d+/.exec(entry.message)?.[0] ?? ''}`;
  byCode.set(code, [...(byCode.get(code) ?? []), entry]);
}

console.log(
  `${relative('.', folder)}: ${files.length} files, ${(characters / 1e6).toFixed(1)} million characters`,
);
console.log(`parsed without a diagnostic: ${files.length - failed.length}`);
console.log(`not equal to their tokens:   ${lossy.length}`);
console.log(
  `time: ${seconds.toFixed(2)} s, ${(characters / 1e6 / seconds).toFixed(1)} million characters a second`,
);
for (const [code, entries] of [...byCode].sort((a, b) => b[1].length - a[1].length)) {
  const [example] = entries;
  const place = example?.span === undefined ? example?.file : formatPlace(placeOf(example.span));
  console.log(`${String(entries.length).padStart(6)}  ${code}  ${place}: ${example?.message}`);
}
if (values.files) for (const tree of failed) console.log(`${tree.diagnostics.length} ${tree.source.path}`);
if (lossy.length > 0) process.exit(1);
