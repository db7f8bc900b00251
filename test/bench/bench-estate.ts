import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type EstateReportInput,
  estatePolicies,
  estateReport,
  openAssessor,
} from '../../src/assess/index.ts';
import { generateEstate } from '../../src/estate/index.ts';
import { openEstateFolder, writeEstate } from '../../src/estate-files/index.ts';
import { loadAliases, loadCapabilities, openPolicyFolder } from '../../src/library/index.ts';
import { noOwnership } from '../../src/posture/index.ts';
import { estateFormats } from '../../src/report/index.ts';
import { printLine } from './measure.ts';

const now = '2026-11-01T00:00:00.000Z';

/**
 * (d) The Azure Landing Zones architecture over a generated estate, from folder to HTML report; (e) one changed resource in the warm assessor. Where the public
 * policies are not beside the checkout, the baseline is assessed.
 */
export async function benchEstate(packageFolder: string, resourceCount: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'landguard-bench-'));
  try {
    await writeEstate(folder, generateEstate({ resources: resourceCount, seed: 1, now }));
    const parseSeconds = await parseAll(folder);
    const started = performance.now();
    const { estate } = await openEstateFolder(folder, { workingFolder: folder, now });
    const { assigned } = estatePolicies({ estate, ...policiesOf(packageFolder) });
    const facts = join(packageFolder, 'facts');
    const input: EstateReportInput = {
      estate,
      assigned,
      aliases: loadAliases(facts),
      types: loadCapabilities(facts),
      now,
      version: 'bench',
      severities: new Map(),
      frameworks: [],
      ownership: noOwnership,
      findingCountMax: 5_000,
    };
    const { report } = await estateReport(input);
    const html = estateFormats.find(({ name }) => name === 'html');
    html?.render(report, { color: false, verbose: false, quiet: false, width: undefined });
    const seconds = (performance.now() - started) / 1000;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const { pairs, resources, policies } = report.summary;
    const decided = Object.values(pairs).reduce((sum, count) => sum + count, 0);
    printLine(
      `(d) ${resources} resources, ${policies} policies, ${decided} pairs`,
      `${seconds.toFixed(1)} s, ${megabytes} MB`,
      `${(seconds / parseSeconds).toFixed(1)} x gunzip and JSON.parse of the same bytes`,
    );
    await benchOneResource(input);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchOneResource(input: EstateReportInput): Promise<void> {
  const { assessor } = await openAssessor(input);
  const times: number[] = [];
  let bytes = 0;
  let parseMs = 0;
  for await (const batch of input.estate.resources()) {
    for (const resource of batch) {
      const text = JSON.stringify(resource.body);
      const parseStarted = performance.now();
      JSON.parse(text);
      const started = performance.now();
      assessor.assess(resource);
      times.push(performance.now() - started);
      parseMs += started - parseStarted;
      bytes += text.length;
    }
    if (times.length > 5_000) break;
  }
  const sum = times.reduce((total, time) => total + time, 0);
  const worst = times.slice(1_000).sort((a, b) => b - a)[0] ?? 0;
  printLine(
    `(e) one changed resource of ${Math.round(bytes / times.length)} bytes, warm`,
    `${((1000 * sum) / times.length).toFixed(0)} µs, at most ${worst.toFixed(1)} ms`,
    `${(sum / parseMs).toFixed(1)} x JSON.parse of it`,
  );
}

function policiesOf(packageFolder: string) {
  const corpus = join(packageFolder, '../shared/corpus');
  if (!existsSync(corpus)) {
    const { source } = openPolicyFolder(join(packageFolder, 'library/baseline'), packageFolder);
    return { libraries: [], everywhere: [{ source, pick: undefined }] };
  }
  const { source: builtIn } = openPolicyFolder(join(corpus, 'azure-policy'), packageFolder);
  const { source: architecture } = openPolicyFolder(join(corpus, 'alz/alz'), packageFolder);
  return { libraries: [builtIn], architecture: { ...architecture, name: 'alz' }, everywhere: [] };
}

/** What has to be done in any case: unpack and parse every line, in seconds. */
async function parseAll(folder: string): Promise<number> {
  const started = performance.now();
  for (const name of readdirSync(folder).filter((one) => /\.ndjson(\.gz)?$/.test(one))) {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
  }
  return (performance.now() - started) / 1000;
}
