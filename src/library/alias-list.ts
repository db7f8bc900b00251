import type { Alias } from '../policy/index.ts';

/**
 * The aliases of one resource type as one short text. Most aliases continue the one above them, and most paths continue the
 * path of that alias, so an entry says only what is new: `2tier!` is "keep two segments of the alias above, then `tier`, and
 * the path goes through `properties`". The 76,000 aliases of Azure are 13 MB as JSON and about a tenth of that here.
 *
 * entry  = depth segments [code]          joined by `;`
 * depth  = segments kept of the alias above, one base-36 digit
 * code   = nothing: path of the nearest alias above + `.` + segments (`properties.` + segments when there is none)
 *          `!`: the same with `.properties.` between · `=`: the path of the nearest alias above
 *          `>tail`: that path + tail · `@path`: the path itself
 */
export function encodeAliasList(aliases: readonly Pick<Alias, 'name' | 'path'>[]): string {
  const trail = new Trail();
  const entries: string[] = [];
  for (const { name, path } of aliases) {
    const segments = name.split('.');
    const depth = Math.min(trail.sharedWith(segments), segments.length - 1, depthMax);
    const parent = trail.keep(depth);
    const from = parent === undefined ? 0 : parent.depth;
    entries.push(
      `${depth.toString(36)}${segments.slice(depth).join('.')}${codeOf(path, parent?.path, segments.slice(from).join('.'))}`,
    );
    trail.extend(segments.slice(depth), path);
  }
  return entries.join(';');
}

/** Reads what {@link encodeAliasList} wrote. Entries that make no sense are left out: the text may come from a user's folder. */
export function decodeAliasList(text: string): { name: string; path: string }[] {
  const aliases: { name: string; path: string }[] = [];
  if (text === '') return aliases;
  const trail = new Trail();
  for (const entry of text.split(';')) {
    const depth = Number.parseInt(entry[0] ?? '', 36);
    if (Number.isNaN(depth) || depth > trail.segments.length) continue;
    const codeAt = entry.search(/[!=>@]/);
    const added = entry.slice(1, codeAt === -1 ? undefined : codeAt).split('.');
    const parent = trail.keep(depth);
    const rest = [...trail.segments.slice(parent?.depth ?? 0), ...added].join('.');
    const path = pathOf(codeAt === -1 ? '' : entry.slice(codeAt), parent?.path, rest);
    trail.extend(added, path);
    aliases.push({ name: trail.segments.join('.'), path });
  }
  return aliases;
}

/** Whether the list can hold this alias: its characters are not those that the list itself uses. */
export function fitsAliasList(alias: Pick<Alias, 'name' | 'path'>): boolean {
  return !/[;!=>@]/.test(alias.name + alias.path) && !/^$|^\.|\.\.|\.$/.test(alias.name);
}

/** The order in which the list is short: an alias directly before those that continue it. */
export function compareAliasNames(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let at = 0; at < left.length && at < right.length; at++) {
    if (left[at] !== right[at]) return left[at]! < right[at]! ? -1 : 1;
  }
  return left.length - right.length;
}

const depthMax = 35;

function codeOf(path: string, parent: string | undefined, rest: string): string {
  if (parent === undefined) return path === `properties.${rest}` ? '' : `@${path}`;
  if (path === `${parent}.${rest}`) return '';
  if (path === `${parent}.properties.${rest}`) return '!';
  if (path === parent) return '=';
  return path.startsWith(parent) ? `>${path.slice(parent.length)}` : `@${path}`;
}

function pathOf(code: string, parent: string | undefined, rest: string): string {
  if (code.startsWith('@')) return code.slice(1);
  if (parent === undefined) return `properties.${rest}`;
  if (code === '') return `${parent}.${rest}`;
  if (code === '!') return `${parent}.properties.${rest}`;
  return code === '=' ? parent : parent + code.slice(1);
}

/** The segments of the alias above, and the paths of the aliases it continues. */
class Trail {
  readonly segments: string[] = [];
  readonly #parents: { depth: number; path: string }[] = [];

  sharedWith(segments: readonly string[]): number {
    let shared = 0;
    while (shared < segments.length && segments[shared] === this.segments[shared]) shared++;
    return shared;
  }

  /** Keeps that many segments and gives the nearest alias among them. */
  keep(depth: number): { depth: number; path: string } | undefined {
    this.segments.length = depth;
    while (this.#parents.length > 0 && this.#parents.at(-1)!.depth > depth) this.#parents.pop();
    return this.#parents.at(-1);
  }

  extend(segments: readonly string[], path: string): void {
    this.segments.push(...segments);
    this.#parents.push({ depth: this.segments.length, path });
  }
}
