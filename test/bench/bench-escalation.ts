import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escalations, readEscalationRules, readGround } from '../../src/access/escalation/index.ts';
import { readAccess } from '../../src/access/estate/index.ts';
import { memoryEstate } from '../../src/estate/index.ts';
import type { Value } from '../../src/kernel/index.ts';
import { loadRoles } from '../../src/library/index.ts';
import { medianMs, printLine } from './measure.ts';
import { randomNumbers } from './random.ts';

const roleShares: readonly (readonly [string, number])[] = [
  ['Reader', 40],
  ['Contributor', 25],
  ['Virtual Machine Contributor', 8],
  ['Key Vault Secrets User', 8],
  ['Website Contributor', 6],
  ['Storage Account Contributor', 6],
  ['Managed Identity Operator', 4],
  ['Owner', 2],
  ['User Access Administrator', 1],
];

/** Escalations over a generated estate: from one principal, and from everybody. */
export async function benchEscalation(packageFolder: string, assignmentCount: number): Promise<void> {
  const facts = join(packageFolder, 'facts');
  const rules = readEscalationRules(JSON.parse(readFileSync(join(facts, 'escalations.json'), 'utf8')));
  const builtIn = loadRoles(facts);
  const { estate } = memoryEstate(
    [...objectsOf(assignmentCount, (name) => builtIn.named(name)?.name ?? name)],
    now,
  );
  const model = await readAccess(estate, {
    role: (guid) => builtIn.find(guid),
    directoryRole: () => undefined,
    isDataAction: () => false,
  });
  const ground = await readGround(estate, model, rules, {
    builtInRoles: builtIn.all(),
    appRoleName: () => undefined,
  });
  const what = `escalations, ${assignmentCount} assignments, ${ground.resources.length} resources`;
  const oneMs = medianMs(() => escalations(ground, { rules, from: principalId(0), removals: false }));
  printLine(`${what}, from one`, `${oneMs.toFixed(0)} ms`, '');
  const started = performance.now();
  const { paths, starts, cut } = escalations(ground, { rules, removals: false });
  const megabytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  printLine(
    `${what}, from ${starts}`,
    `${((performance.now() - started) / 1000).toFixed(1)} s`,
    `${paths.length} paths, ${megabytes} MB, ${cut.length === 0 ? 'whole' : cut.join('; ')}`,
  );
}

const now = '2026-11-01T00:00:00.000Z';

function principalId(at: number): string {
  return `00000000-0000-0000-0001-${at.toString().padStart(12, '0')}`;
}

/** One subscription and 20 groups of resources for every 500 assignments; one principal in five is an identity with a machine, app or vault beside it. */
function* objectsOf(assignments: number, guidOf: (role: string) => string): Generator<Value> {
  const random = randomNumbers(7);
  const pick = (count: number) => Math.floor(random() * count);
  const principals = Math.max(10, Math.floor(assignments / 5));
  const subscriptions = Math.max(1, Math.floor(assignments / 500));
  const group = () => `/subscriptions/s${pick(subscriptions)}/resourceGroups/g${pick(20)}`;
  for (let at = 0; at < principals; at++) {
    const isIdentity = at % 5 === 4;
    const type = isIdentity ? 'servicePrincipal' : at % 5 === 3 ? 'group' : 'user';
    // Users, who come first of five.
    const members = Array.from({ length: 10 }, () => ({
      id: principalId(5 * pick(Math.floor(principals / 5))),
    }));
    yield {
      '@odata.type': `#microsoft.graph.${type}`,
      id: principalId(at),
      displayName: `p${at}`,
      ...(type === 'group' ? { members } : {}),
      ...(isIdentity ? { servicePrincipalType: 'ManagedIdentity' } : {}),
    };
    if (!isIdentity) continue;
    const kind = ['Microsoft.Compute/virtualMachines', 'Microsoft.Web/sites', 'Microsoft.KeyVault/vaults'][
      pick(3)
    ];
    const id = `${group()}/providers/${kind}/r${at}`;
    yield {
      id,
      type: kind ?? '',
      name: `r${at}`,
      properties: {},
      identity: { principalId: principalId(at) },
    };
  }
  const names = roleShares.flatMap(([name, share]) => Array.from({ length: share }, () => name));
  for (let at = 0; at < assignments; at++) {
    const role = names[pick(names.length)] ?? 'Reader';
    const scope = pick(20) === 0 ? `/subscriptions/s${pick(subscriptions)}` : group();
    yield {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${at}`,
      name: `${at}`,
      type: 'Microsoft.Authorization/roleAssignments',
      properties: { scope, roleDefinitionId: guidOf(role), principalId: principalId(pick(principals)) },
    };
  }
}
