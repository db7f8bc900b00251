// Writes facts/frameworks.json from ../shared/corpus: npx tsx scripts/facts-frameworks.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackedFramework } from '../src/library/framework-file.ts';

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const target = fileURLToPath(new URL('../facts/frameworks.json', import.meta.url));
const initiatives = join(corpus, 'azure-policy/policySetDefinitions');

interface Initiative {
  readonly name: string;
  readonly properties: {
    readonly displayName: string;
    readonly version?: string;
    readonly metadata?: { readonly version?: string };
    readonly policyDefinitionGroups?: readonly { readonly name: string }[];
    readonly policyDefinitions: readonly {
      readonly policyDefinitionId: string;
      readonly groupNames?: readonly string[];
    }[];
  };
}

/** What the names of all groups begin with, up to its last underscore: `CIS_Azure_2.0.0_`. */
function prefixOf(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const name of others) {
    let same = 0;
    while (same < length && name[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, first.lastIndexOf('_', length - 1) + 1);
}

function frameworkOf({ name, properties }: Initiative): PackedFramework | undefined {
  const groups = (properties.policyDefinitionGroups ?? []).map((group) => group.name);
  if (groups.length === 0) return undefined;
  const prefix = prefixOf(groups);
  const controls = groups.map((group) => group.slice(prefix.length).replace(/\.$/, '') || group);
  const position = new Map(groups.map((group, index) => [group.toLowerCase(), index]));
  const policies = new Map<string, Set<number>>();
  for (const { policyDefinitionId, groupNames = [] } of properties.policyDefinitions) {
    const policy = policyDefinitionId.slice(policyDefinitionId.lastIndexOf('/') + 1).toLowerCase();
    const indices = policies.get(policy) ?? new Set<number>();
    policies.set(policy, indices);
    for (const group of groupNames) {
      const index = position.get(group.toLowerCase());
      if (index !== undefined) indices.add(index);
    }
  }
  return {
    name: properties.displayName.replace(/^\[preview\]:\s*/i, ''),
    initiative: name.toLowerCase(),
    version: properties.version ?? properties.metadata?.version ?? '',
    groupPrefix: prefix,
    controls,
    titles: [],
    policies: Object.fromEntries(
      [...policies].filter(([, set]) => set.size > 0).map(([policy, set]) => [policy, [...set]]),
    ),
  };
}

/** The benchmark itself has a control that its initiative has no group for, and it names them all. */
function withAllControls(framework: PackedFramework): PackedFramework {
  const benchmark: { controls: { id: string; title: string }[] } = JSON.parse(
    readFileSync(join(corpus, 'compliance/mcsb-v1-controls.json'), 'utf8'),
  );
  const others = benchmark.controls.map(({ id }) => id).filter((id) => !framework.controls.includes(id));
  const controls = [...framework.controls, ...others];
  const titles = new Map(benchmark.controls.map(({ id, title }) => [id, title.trim()]));
  return { ...framework, controls, titles: controls.map((id) => titles.get(id) ?? '') };
}

const shortNames = new Map([
  ['Microsoft cloud security benchmark', 'MCSB'],
  ['Microsoft cloud security benchmark v2', 'MCSB v2'],
]);

const frameworks = readdirSync(initiatives, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .sort()
  .flatMap((path): PackedFramework[] => {
    const initiative: Initiative = JSON.parse(
      readFileSync(join(initiatives, path), 'utf8').replace(/^\uFEFF/, ''),
    );
    if (/^\[deprecated\]/i.test(initiative.properties.displayName)) return [];
    const framework = frameworkOf(initiative);
    return framework === undefined ? [] : [framework];
  })
  .map((framework) => ({ ...framework, name: shortNames.get(framework.name) ?? framework.name }))
  .map((framework) => (framework.name === 'MCSB' ? withAllControls(framework) : framework))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

// One framework a line: a change of one shows as a change of one.
const lines = frameworks.map((framework) => JSON.stringify(framework));
writeFileSync(target, `{"frameworks":[\n${lines.join(',\n')}\n]}\n`);
const controlCount = frameworks.reduce((sum, { controls }) => sum + controls.length, 0);
console.log(`${frameworks.length} frameworks, ${controlCount} controls`);
