import { isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { AzureError } from './azure-error.ts';
import type { Checkpoint } from './estate-sink.ts';
import { type RefusalKind, refusalKinds } from './refusal-kinds.ts';

/** A read that the cloud refused. The collection goes on without it. */
export interface Refused {
  /** The path, without its query. */
  readonly path: string;
  readonly status: number;
  /** The code that the service has for it. */
  readonly code: string;
}

/** A table of which fewer rows came than it has. */
export interface Incomplete {
  readonly step: string;
  readonly count: number;
  readonly total: number;
}

/** What is kept of a finished page. */
export interface PageEntry {
  readonly page: number;
  readonly objects: number;
  /** What the page after it is got with; `undefined` after the last. */
  readonly next: string | undefined;
  /** Pages of the same group may overlap. */
  readonly group: string;
  readonly refused: readonly RefusalKind[];
  readonly incomplete: readonly Incomplete[];
}

/** How far a step has come. */
export interface StepState {
  readonly pages: readonly PageEntry[];
  readonly isDone: boolean;
}

const version = 1;
const notStarted: StepState = { pages: [], isDone: false };

/** How far a collection has come, kept so that it can be resumed after an interruption at any moment. */
export class CollectionJournal {
  readonly #checkpoint: Checkpoint;
  readonly #steps = new Map<string, PageEntry[]>();
  #lastAppend: Promise<void> = Promise.resolve();
  /** The first line, as long as it is not written: a collection that got nothing has not begun. */
  #start: ValueObject | undefined;

  private constructor(checkpoint: Checkpoint) {
    this.#checkpoint = checkpoint;
  }

  /** Opens the journal of a request; throws when there is one of another request. */
  static async open(checkpoint: Checkpoint, request: ValueObject): Promise<CollectionJournal> {
    const journal = new CollectionJournal(checkpoint);
    const [start, ...rest] = await checkpoint.read();
    if (start === undefined) {
      journal.#start = { entry: 'start', version, request };
      return journal;
    }
    if (start.entry !== 'start' || start.version !== version)
      throw new AzureError('refused', 'the folder was begun by another version; collect into a new folder');
    if (JSON.stringify(start.request) !== JSON.stringify(request))
      throw new AzureError(
        'refused',
        'the folder was begun with other options; use the same, or a new folder',
      );
    for (const line of rest) journal.#replay(line);
    return journal;
  }

  stateOf(step: string): StepState {
    const pages = this.#steps.get(step);
    if (pages === undefined) return notStarted;
    return { pages, isDone: pages.length > 0 && pages.at(-1)!.next === undefined };
  }

  get steps(): ReadonlyMap<string, readonly PageEntry[]> {
    return this.#steps;
  }

  /** Notes a page. Every refusal is written; in memory they are kept by their kinds. */
  async addPage(step: string, page: Omit<PageEntry, 'refused'>, refused: readonly Refused[]): Promise<void> {
    const { next, incomplete, ...rest } = page;
    await this.#append({
      entry: 'page',
      step,
      ...rest,
      next: next ?? null,
      ...(refused.length > 0 ? { refused: refused.map((one) => ({ ...one })) } : {}),
      ...(incomplete.length > 0 ? { incomplete: incomplete.map((one) => ({ ...one })) } : {}),
    });
    this.#keep(step, { ...page, refused: refusalKinds(refused) });
  }

  /** Lets a step begin again. */
  async restart(step: string): Promise<void> {
    await this.#append({ entry: 'restart', step });
    this.#steps.delete(step);
  }

  #keep(step: string, page: PageEntry): void {
    const pages = this.#steps.get(step);
    if (pages === undefined) this.#steps.set(step, [page]);
    else pages.push(page);
  }

  #replay(line: ValueObject): void {
    const { entry, step } = line;
    if (typeof step !== 'string') return;
    if (entry === 'restart') this.#steps.delete(step);
    if (entry === 'page') this.#keep(step, pageOf(line));
  }

  /** One line after the other, however many steps are under way. */
  async #append(line: ValueObject): Promise<void> {
    const append = this.#lastAppend.then(() => this.#write(line));
    this.#lastAppend = append.catch(() => {});
    await append;
  }

  async #write(line: ValueObject): Promise<void> {
    if (this.#start !== undefined) await this.#checkpoint.append(this.#start);
    this.#start = undefined;
    await this.#checkpoint.append(line);
  }
}

function pageOf(line: ValueObject): PageEntry {
  return {
    page: numberOf(line.page),
    objects: numberOf(line.objects),
    next: typeof line.next === 'string' ? line.next : undefined,
    group: textOf(line.group),
    refused: refusalKinds(
      objectsOf(line.refused).map((one) => ({
        path: textOf(one.path),
        status: numberOf(one.status),
        code: textOf(one.code),
      })),
    ),
    incomplete: objectsOf(line.incomplete).map((one) => ({
      step: textOf(one.step),
      count: numberOf(one.count),
      total: numberOf(one.total),
    })),
  };
}

function objectsOf(value: Value | undefined): ValueObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function numberOf(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
