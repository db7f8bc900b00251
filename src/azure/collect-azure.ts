import { setMaxListeners } from 'node:events';
import type { ValueObject } from '../kernel/index.ts';
import type { ArmClient } from './arm-client.ts';
import { AzureError } from './azure-error.ts';
import { type ChildMode, childrenByType } from './child-resources.ts';
import { childStep } from './child-step.ts';
import { CollectionJournal, type Incomplete } from './collection-journal.ts';
import {
  type CollectionProgress,
  type CollectionRun,
  type CollectionStep,
  runStep,
} from './collection-step.ts';
import { concurrently } from './concurrently.ts';
import type { Checkpoint, EstateSink } from './estate-sink.ts';
import { governanceStep } from './governance-step.ts';
import { graphTables, scopeTable, subscriptionCountMax } from './graph-request.ts';
import { type RefusalKind, refusalKinds } from './refusal-kinds.ts';
import { type CollectionScope, scopeStep, scopesIn, slices } from './scope-step.ts';
import { tableStep } from './table-step.ts';

export interface CollectAzureOptions {
  readonly client: ArmClient;
  readonly sink: EstateSink;
  /** How far an earlier run with the same scope and children has come; it is gone on from there. */
  readonly checkpoint: Checkpoint;
  readonly scope: CollectionScope;
  /** The cloud that the client reads from. */
  readonly cloud: string;
  readonly children: ChildMode;
  readonly progress?: (progress: CollectionProgress) => void;
  readonly signal?: AbortSignal;
  /** Requests under way at a time. */
  readonly concurrency?: number;
}

/** What was collected, by this run and those that it went on from. */
export interface AzureCollection {
  readonly subscriptions: number;
  readonly managementGroups: number;
  /** Objects by step. */
  readonly objects: ReadonlyMap<string, number>;
  /** Reads that the cloud refused: what is behind them is not in the estate. */
  readonly refused: readonly RefusalKind[];
  readonly incomplete: readonly Incomplete[];
}

const defaultConcurrency = 12;
/** Steps under way at a time; each of them has at most one query under way. */
const stepCountMax = 3;
const essentialSteps: ReadonlySet<string> = new Set(['resource-groups', 'resources']);

/**
 * Collects an estate from Azure: the scopes, then the tables of Resource Graph and the policies of each scope, then the children of all resources. Everything
 * is kept page by page, so that a run that is interrupted can be resumed; nothing is lost, and nothing is kept twice. Only reads.
 */
export async function collectAzure(options: CollectAzureOptions): Promise<AzureCollection> {
  const { client, sink, checkpoint, scope, children: mode, signal } = options;
  // Each request that is under way listens to the signal.
  if (signal !== undefined) setMaxListeners(0, signal);
  const concurrency = options.concurrency ?? defaultConcurrency;
  const journal = await CollectionJournal.open(checkpoint, requestOf(options));
  const run: CollectionRun = { sink, journal, progress: options.progress ?? (() => {}), signal };
  const start = scopeStep(client, scope, signal);
  await runStep(start, run);
  const scopes = scopesIn(await objectsOf(start.name, run));
  if (scopes.subscriptions.length === 0) {
    // Whoever is given the role goes on from here.
    await journal.restart(start.name);
    throw new AzureError('refused', 'no subscription is visible; the identity needs the role Reader');
  }
  const tables = graphTables
    .filter(({ isChildren }) => !isChildren || mode !== 'none')
    .map((table) =>
      tableStep({
        client,
        table,
        scopes: slices(scopes.subscriptions, subscriptionCountMax).map((subscriptions) => ({
          subscriptions,
        })),
        overlaps: table.isInherited,
        isInherited: table.isInherited,
        isEssential: essentialSteps.has(table.step),
        signal,
      }),
    );
  const policies = governanceStep(client, scopes, concurrency, signal);
  await concurrently([policies, ...tables], stepCountMax, (step) => runStep(step, run));
  for (const step of childSteps(options, run, concurrency)) await runStep(step, run);
  return resultOf(journal, scopes);
}

function childSteps(
  { client, children: mode, signal }: CollectAzureOptions,
  run: CollectionRun,
  concurrency: number,
): CollectionStep[] {
  const children = childrenByType(mode);
  if (children.size === 0) return [];
  const shared = { client, sink: run.sink, children, concurrency, signal };
  const pagesOf = (step: string) => ({ step, pages: run.journal.stateOf(step).pages });
  return [
    childStep({ ...shared, name: 'subscription-settings', parents: pagesOf(scopeTable.step) }),
    childStep({ ...shared, name: 'children', parents: pagesOf('resources') }),
  ];
}

/** What two runs must have in common for one to go on with the other. */
function requestOf({ scope, cloud, children }: CollectAzureOptions): ValueObject {
  return {
    cloud,
    managementGroups: [...scope.managementGroups].sort(),
    subscriptions: [...scope.subscriptions].sort(),
    children,
  };
}

async function objectsOf(step: string, { journal, sink }: CollectionRun): Promise<ValueObject[]> {
  const objects: ValueObject[] = [];
  for (const { page, objects: count } of journal.stateOf(step).pages) {
    if (count === 0) continue;
    for (const object of await sink.read({ step, page })) objects.push(object);
  }
  return objects;
}

function resultOf(
  journal: CollectionJournal,
  scopes: { readonly subscriptions: readonly string[]; readonly managementGroups: readonly string[] },
): AzureCollection {
  const pages = [...journal.steps.values()].flat();
  return {
    subscriptions: scopes.subscriptions.length,
    managementGroups: scopes.managementGroups.length,
    objects: new Map(
      [...journal.steps].map(([step, list]) => [step, list.reduce((sum, { objects }) => sum + objects, 0)]),
    ),
    refused: refusalKinds(pages.flatMap(({ refused }) => refused)),
    incomplete: pages.flatMap(({ incomplete }) => incomplete),
  };
}
