import { fold, isObject, parseResourceId, type ValueObject } from '../kernel/index.ts';
import type { ArmClient } from './arm-client.ts';
import type { ChildResource } from './child-resources.ts';
import type { PageEntry } from './collection-journal.ts';
import type { CollectionStep } from './collection-step.ts';
import { concurrently } from './concurrently.ts';
import type { EstateSink } from './estate-sink.ts';
import { type ReadTarget, readList } from './read-list.ts';

/** Parents whose children are read for one page: some minutes' work, so that an interruption costs no more. */
const parentsPerPage = 200;

/** How children are collected. */
export interface ChildStepOptions {
  readonly client: ArmClient;
  readonly name: string;
  /** The step whose objects are the parents, and its pages. */
  readonly parents: { readonly step: string; readonly pages: readonly PageEntry[] };
  readonly sink: EstateSink;
  readonly children: ReadonlyMap<string, readonly ChildResource[]>;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/** The step that collects the children of all objects that another step has collected. The token is the page of the parents and the place in it. */
export function childStep(options: ChildStepOptions): CollectionStep {
  const { client, name, parents, sink, children, concurrency, signal } = options;
  const pages = parents.pages.filter(({ objects }) => objects > 0);
  const total = pages.reduce((sum, { objects }) => sum + objects, 0);
  return {
    name,
    page: async (token) => {
      const [at, from] = token === undefined ? [0, 0] : (JSON.parse(token) as [number, number]);
      const page = pages[at];
      const all = page === undefined ? [] : await sink.read({ step: parents.step, page: page.page });
      const part = all.slice(from, from + parentsPerPage);
      const wanted = part.flatMap((parent) => wantedOf(parent, children));
      const read = await concurrently(
        wanted.flatMap(({ target }) => target ?? []),
        concurrency,
        (target) => readList(client, target, signal),
      );
      const before = pages.slice(0, at).reduce((sum, { objects }) => sum + objects, 0);
      return {
        objects: [...wanted.flatMap(({ inline }) => inline), ...read.flatMap(({ objects }) => objects)],
        next: nextOf(at, from + part.length, all.length, pages.length),
        group: String(at),
        refused: read.flatMap(({ refused }) => refused),
        expected: undefined,
        progress: { done: before + from + part.length, total },
      };
    },
  };
}

function nextOf(at: number, done: number, count: number, pageCount: number): string | undefined {
  if (done < count) return JSON.stringify([at, done]);
  return at + 1 < pageCount ? JSON.stringify([at + 1, 0]) : undefined;
}

/** What to ask for each child of a parent, or the children that the parent holds itself. */
function wantedOf(
  parent: ValueObject,
  children: ReadonlyMap<string, readonly ChildResource[]>,
): { readonly target?: ReadTarget; readonly inline: readonly ValueObject[] }[] {
  const { id } = parent;
  const type = typeof id === 'string' ? parseResourceId(id)?.type : undefined;
  if (typeof id !== 'string' || type === undefined) return [];
  return (children.get(fold(type)) ?? []).map((child) => {
    const inline = child.inline === undefined ? undefined : childrenIn(parent, child.inline);
    if (inline !== undefined) return { inline };
    const { path, version, answers } = child;
    return { target: { scope: id, path, version, answers }, inline: [] };
  });
}

/** The children that a parent holds in a property: whole, with their ids. Without the property nothing is known of them. */
function childrenIn({ properties }: ValueObject, name: string): ValueObject[] | undefined {
  const list = isObject(properties) ? properties[name] : undefined;
  if (!Array.isArray(list)) return undefined;
  const objects = list.filter(isObject);
  const areWhole = objects.every((one) => typeof one.id === 'string' && isObject(one.properties));
  return areWhole ? objects : undefined;
}
