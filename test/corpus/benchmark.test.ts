import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { estatePolicies, estateReport, frameworksInForce } from '../../src/assess/index.ts';
import { openEstateFolder } from '../../src/estate-files/index.ts';
import { loadAliases, loadCapabilities, loadFrameworks, openPolicyFolder } from '../../src/library/index.ts';
import { noOwnership } from '../../src/posture/index.ts';
import { describeWithShared, sharedPath } from '../shared-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const facts = `${root}/facts`;
const now = '2026-11-01T00:00:00.000Z';
const benchmark = '1f3afdf9-d0c9-4c3d-847f-89da613e70a8';

// The table of docs/benchmark.md: how much of the built-in benchmark initiative can be answered, and why the rest cannot.
describeWithShared('the built-in initiative of the Microsoft cloud security benchmark', 'corpus', () => {
  it.each([
    ['the example estate', `${root}/examples/estate`],
    ['the recorded answers of Azure', sharedPath('corpus/estates/azure-api-responses')],
  ])('over %s', async (name, folder) => {
    const { source } = openPolicyFolder(sharedPath('corpus/azure-policy'), root);
    const { estate } = await openEstateFolder(folder, { workingFolder: root, now });
    const bare = { ...estate, governance: [], resources: () => estate.resources() };
    const { assigned } = estatePolicies({
      estate: bare,
      libraries: [source],
      everywhere: [{ source, pick: benchmark }],
    });
    const { report } = await estateReport({
      estate: bare,
      assigned,
      aliases: loadAliases(facts),
      types: loadCapabilities(facts),
      now,
      version: 'test',
      severities: new Map(),
      frameworks: frameworksInForce(loadFrameworks(facts).frameworks, assigned, []),
      ownership: noOwnership,
      findingCountMax: 10,
    });
    const { summary, notEvaluated, controls } = report;
    const rows = notEvaluated.map(({ reason, count }) => [count, reason] as const);
    const unanswered = rows.reduce((sum, [count]) => sum + count, 0);
    const { pairs } = summary;
    console.log(
      [
        `${name}: ${summary.resources} resources, ${summary.policies} policies in force`,
        `  ${summary.policies - unanswered} can be evaluated`,
        ...rows.map(([count, reason]) => `  ${count} ${reason}`),
        `  pairs: ${pairs.nonCompliant} non-compliant, ${pairs.undecided} undecided, ${pairs.compliant} compliant, ${pairs.error} in error`,
        `  controls: ${['tested', 'attested', 'inherited', 'notEvaluable', 'notCovered'].map((kind) => `${controls.filter((one) => one.framework === 'MCSB' && one.kind === kind).length} ${kind}`).join(', ')}`,
      ].join('\n'),
    );
    expect(summary.policies - unanswered).toBeGreaterThan(100);
    expect(rows.map(([, reason]) => reason).sort()).toEqual([
      'Defender assessment: the result is computed by Microsoft Defender for Cloud',
      'Kubernetes mode: judged by the policy add-on inside the cluster',
      'guest configuration: judged by the agent inside the machine',
    ]);
    expect(pairs.error).toBe(0);
    expect(controls.filter(({ framework }) => framework === 'MCSB')).toHaveLength(86);
    expect(controls.filter(({ kind }) => kind === 'notCovered').length).toBeGreaterThanOrEqual(42);
  });
});
