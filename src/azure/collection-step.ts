import { fold, type ValueObject } from '../kernel/index.ts';
import { AzureError } from './azure-error.ts';
import type { CollectionJournal, Incomplete, PageEntry, Refused } from './collection-journal.ts';
import type { EstateSink } from './estate-sink.ts';

/** A part of a collection that is got page by page. */
export interface CollectionStep {
  /** The name of the step, and the folder that its objects are written to. */
  readonly name: string;
  /** Gets the first page, or the one that the token of the page before stands for. */
  page(token: string | undefined): Promise<StepPage>;
}

export interface StepPage {
  readonly objects: readonly ValueObject[];
  /** What the next page is got with; `undefined` on the last one. */
  readonly next: string | undefined;
  /** Pages of the same group may overlap: an object that is on two of them is kept once. */
  readonly group: string;
  readonly refused: readonly Refused[];
  /** On the last page of a group: how many objects the group has, where the cloud says it. */
  readonly expected: number | undefined;
  readonly progress: { readonly done: number; readonly total: number | undefined };
}

/** How far a step is, in what it counts: rows, scopes, parents. */
export interface CollectionProgress {
  readonly step: string;
  readonly done: number;
  /** As far as it is known. */
  readonly total: number | undefined;
}

/** What all steps of a run share. */
export interface CollectionRun {
  readonly sink: EstateSink;
  readonly journal: CollectionJournal;
  readonly progress: (progress: CollectionProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/** Runs a step to its end, from where the journal says that it has come. Each page is kept before it is noted, so a crash between the two only repeats it. */
export async function runStep(step: CollectionStep, run: CollectionRun): Promise<void> {
  const before = run.journal.stateOf(step.name);
  if (before.isDone) return;
  try {
    await runFrom(step, run, before.pages);
  } catch (error) {
    if (before.pages.length === 0 || !isExpiredToken(error)) throw error;
    await run.journal.restart(step.name);
    await runFrom(step, run, []);
  }
}

async function runFrom(
  step: CollectionStep,
  run: CollectionRun,
  before: readonly PageEntry[],
): Promise<void> {
  if (before.length === 0) await run.sink.discard(step.name);
  const seen = await seenOn(step.name, before, run.sink);
  let token = before.at(-1)?.next;
  for (let page = before.length; ; page++) {
    run.signal?.throwIfAborted();
    const { objects, next, group, refused, expected, progress } = await step.page(token);
    const fresh = seen.newOf(objects, group);
    const count = seen.size;
    const isIncomplete = expected !== undefined && count < expected;
    const incomplete: Incomplete[] = isIncomplete ? [{ step: step.name, count, total: expected }] : [];
    await run.sink.write({ step: step.name, page }, fresh);
    const entry = { page, objects: fresh.length, next, group, incomplete };
    await run.journal.addPage(step.name, entry, refused);
    run.progress({ step: step.name, ...progress });
    if (next === undefined) return;
    token = next;
  }
}

/** Resource Graph forgets the tokens of old pages; a step that is resumed with one begins again. */
function isExpiredToken(error: unknown): boolean {
  return error instanceof AzureError && error.problem === 'refused' && error.status === 400;
}

/** The ids of one group of pages. */
class SeenIds {
  #group: string | undefined;
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  newOf(objects: readonly ValueObject[], group: string): ValueObject[] {
    if (group !== this.#group) this.#ids.clear();
    this.#group = group;
    return objects.filter((object) => {
      if (typeof object.id !== 'string') return true;
      const id = fold(object.id);
      if (this.#ids.has(id)) return false;
      this.#ids.add(id);
      return true;
    });
  }
}

async function seenOn(step: string, before: readonly PageEntry[], sink: EstateSink): Promise<SeenIds> {
  const seen = new SeenIds();
  const group = before.at(-1)?.group;
  for (const page of before) {
    if (page.group !== group || page.objects === 0) continue;
    seen.newOf(await sink.read({ step, page: page.page }), page.group);
  }
  return seen;
}
