import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleEstate } from '../scripts/example-estate.ts';
import type { EstateReport } from '../src/kernel/index.ts';
import { root, runCli } from './cli/run-cli.case.ts';

const folder = `${root}examples/estate`;
const readme = readFileSync(`${folder}/README.md`, 'utf8');
const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** What the README says is found with the baseline: the policy, the last name in the resource's cell, the owner. */
const planted = rows
  .filter(([, number]) => /^\d+$/.test(number ?? ''))
  .map(([, , policy = '', resource = '', owner = '']) => {
    const name = /`([^`]+)`/.exec(resource)?.[1]?.replace(/^\.+/, '') ?? '';
    return { policy: policy.replaceAll('`', ''), name, owner: owner === 'nobody' ? '' : owner };
  });

const baseline = 'Landguard security baseline';

/** What it says Contoso's own policies find. */
const own = rows
  .filter(([, policy]) => /^`contoso-/.test(policy ?? ''))
  .map(([, policy = '', , state = '']) => ({ policy: policy.replaceAll('`', ''), state }));

async function assess(...args: string[]): Promise<EstateReport> {
  const { stdout } = await runCli(root, ['assess', 'examples/estate', '-f', 'json', ...args]);
  return JSON.parse(stdout) as EstateReport;
}

describe('the example estate', () => {
  let report: EstateReport;
  beforeAll(async () => {
    report = await assess('--policies', 'baseline');
  });

  it('is what scripts/example-estate.ts writes', () => {
    const files = new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
    );
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(exampleEstate()));
  });

  it('is read without a complaint', () => {
    expect(report.diagnostics).toEqual([]);
    expect(report.summary.resources).toBeGreaterThan(100);
  });

  it('breaks the policies that its README says, where it says, and no other', () => {
    const found = report.findings
      .filter((one) => one.state === 'nonCompliant' && one.assignment === baseline)
      .map((one) => `${one.policy.name} ${one.owner}`);
    expect(planted.length).toBeGreaterThanOrEqual(30);
    expect(found.sort()).toEqual(planted.map((one) => `${one.policy} ${one.owner}`).sort());
    for (const { policy, name, owner } of planted) {
      const places = report.findings.filter((one) => one.policy.name === policy && one.owner === owner);
      expect(
        places.some((one) => one.resource.id.endsWith(name)),
        `${policy} ${name}`,
      ).toBe(true);
    }
  });

  it('has resources that nobody owns where its README says', () => {
    const subscriptions = '/subscriptions/00000000-0000-0000-0000-00000000000';
    expect(report.coverage.unownedScopes).toEqual([
      `${subscriptions}3`,
      `${subscriptions}4`,
      `${subscriptions}4/resourceGroups/rg-forgotten`,
    ]);
    for (const name of ['`...0003`', '`...0004`', '`rg-forgotten`']) expect(readme).toContain(name);
  });

  it('has what its README says of its own policies', () => {
    expect(own).toHaveLength(5);
    const states = report.findings.map((one) => `${one.policy.name} ${one.state}`);
    const spelled: Record<string, string> = { 'non-compliant': 'nonCompliant', exempt: 'exempt' };
    for (const { policy, state } of own)
      if (state !== '') expect(states).toContain(`${policy} ${spelled[state]}`);
    expect(report.coverage.exemptions).toEqual({ inForce: 1, expired: 1 });
    expect(report.coverage.idleAssignments).toEqual([
      'Storage of decommissioned workloads encrypts transfer',
    ]);
  });

  it('has a subscription that Contoso itself looks at with no policy', async () => {
    const { coverage } = await assess();
    const playground = '/subscriptions/00000000-0000-0000-0000-000000000005';
    expect(coverage.unassignedScopes).toContain(playground);
    expect(coverage.unassignedScopes.filter((scope) => !scope.startsWith(playground))).toEqual([]);
  });

  it('has the escalations that its README says, and no other', async () => {
    const args = ['--estate', 'examples/estate', '--exported', 'all', '--json'];
    const { stdout, exitCode } = await runCli(root, ['access', 'escalations', ...args]);
    const { paths } = JSON.parse(stdout) as { paths: readonly EscalationPath[] };
    const names = new Map(principals().map(({ id, displayName }) => [id, displayName]));
    const found = paths.map(
      ({ from, to }) => `${names.get(from.id)} ${to.kind} ${to.id.split('/').at(-1)?.slice(-12)}`,
    );
    const said = escalationRows().map(([who, what]) => {
      const place = /`\.*([^`]+)`/.exec(what ?? '')?.[1] ?? '';
      const isRole = what?.startsWith('any role') === true;
      return `${who} ${isRole ? 'anyRole' : 'secrets'} ${isRole ? place.padStart(12, '0') : place}`;
    });
    expect(said).toHaveLength(6);
    expect(found.sort()).toEqual(said.sort());
    expect(exitCode).toBe(1);
  });

  it('lets in on the network of the offices whoever has a password', async () => {
    const args = ['--estate', 'examples/estate', '--json'];
    const { stdout } = await runCli(root, ['access', 'conditional-access', 'coverage', ...args]);
    const { withoutMfa } = JSON.parse(stdout) as {
      withoutMfa: { gaps: readonly { unusual: readonly string[] }[] };
    };
    expect(withoutMfa.gaps.map(({ unusual }) => unusual.join())).toContain('trusted, from Contoso offices');
  });
});

interface EscalationPath {
  readonly from: { readonly id: string };
  readonly to: { readonly kind: string; readonly id: string };
}

/** The rows of the first table below the heading: who, and what they get to. */
function escalationRows(): readonly (readonly string[])[] {
  const section =
    readme.split('## What leads to more than was given')[1]?.split('And these are none')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim()),
    )
    .map(([who = '', what = '']) => [who.replaceAll('`', ''), what]);
}

function principals(): readonly { id: string; displayName: string }[] {
  return JSON.parse(readFileSync(`${folder}/access.json`, 'utf8')).value;
}
