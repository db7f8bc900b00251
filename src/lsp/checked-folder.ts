import { isAbsolute, join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isWithin, readTextFile, shownPath } from '../files/index.ts';
import { type Diagnostic, defaultLimits, diagnostic } from '../kernel/index.ts';
import {
  type FileFacts,
  factsOf,
  indexFiles,
  languageOf,
  matchesPattern,
  type Overlay,
  TemplateIndex,
} from '../workspace/index.ts';
import type { FolderSession, OpenSession } from './folder-session.ts';
import { checkTemplate, type TemplateCheck } from './template-check.ts';

/** What the server around a folder does for it. */
export interface FolderSurroundings {
  readonly open: OpenSession;
  /** What is open in the editor. */
  readonly overlay: () => Overlay;
  readonly now: () => Date;
  /** Told when files have been looked through, since what is checked with what may then be another. */
  readonly indexed: () => void;
  readonly failed: (error: unknown) => void;
}

/** A folder whose templates are checked as they change. What a change does not touch is not checked again. */
export class CheckedFolder {
  readonly folder: string;
  readonly #surroundings: FolderSurroundings;
  readonly #index = new TemplateIndex();
  readonly #checks = new Map<string, TemplateCheck>();
  readonly #facts = new Map<string, { readonly text: string; readonly facts: FileFacts }>();
  #session: Promise<FolderSession> | undefined;
  #settings: { config: string; policies: readonly string[] };
  #isClosed = false;

  constructor(folder: string, surroundings: FolderSurroundings) {
    this.folder = folder;
    this.#surroundings = surroundings;
    this.#settings = { config: join(folder, 'landguard.yaml'), policies: [] };
  }

  /** Configuration and policies; opened when first asked for, and again on another day, since exclusions may have expired. */
  async session(): Promise<FolderSession> {
    const { open, overlay, now } = this.#surroundings;
    const current = await this.#session?.catch(() => undefined);
    if (current !== undefined && current.basis.now.slice(0, 10) !== now().toISOString().slice(0, 10))
      this.reload();
    if (this.#session === undefined) {
      this.#session = open(this.folder, overlay());
      this.#session.then((session) => this.#opened(session)).catch(this.#surroundings.failed);
    }
    return this.#session;
  }

  #opened(session: FolderSession): Promise<void> {
    this.#settings = {
      config: resolve(this.folder, session.configFile ?? 'landguard.yaml'),
      policies: session.policyPaths,
    };
    return this.#indexFolder(session);
  }

  /** Forgets configuration and policies, and everything that was checked with them. */
  reload(): void {
    this.#session = undefined;
    this.#checks.clear();
    this.#facts.clear();
  }

  /** Whether a file says what is checked with what: landguard.yaml, or a policy. */
  isSetting(path: string): boolean {
    const { config, policies } = this.#settings;
    return path === config || policies.some((folder) => isWithin(path, folder));
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Notes that a file changed, in the editor or on the disk. */
  changed(shown: string): void {
    this.#facts.delete(shown);
    const roots = this.#index.rootsOf(shown);
    // What is no template may be loaded by one.
    if (roots.length === 0 && !isAbsolute(shown)) this.#checks.clear();
    for (const root of roots) this.#checks.delete(root);
    for (const [root, { sources }] of this.#checks) if (sources.has(shown)) this.#checks.delete(root);
  }

  /** Notes that a file came or went: what could not be read may now be, and the other way round. */
  async cameOrWent(shown: string): Promise<void> {
    this.#checks.clear();
    this.#facts.delete(shown);
    // What lies elsewhere, or where nobody looks for templates, is no part of the index.
    if (this.#session === undefined || isAbsolute(shown) || hiddenFolder.test(shown)) return;
    this.#look(shown, await this.#session);
  }

  /** Looks at a file again, so that what is checked with what is right before anything is checked. */
  async look(shown: string): Promise<void> {
    this.#look(shown, await this.session());
  }

  /** The templates that a file has a part in, checked with what is open in the editor. */
  async checksOf(shown: string): Promise<TemplateCheck[]> {
    const session = await this.session();
    this.#look(shown, session);
    return this.#index.rootsOf(shown).map((root) => {
      const known = this.#checks.get(root);
      if (known !== undefined) return known;
      const check = checkTemplate(session, root, this.#surroundings.overlay());
      this.#checks.set(root, check);
      return check;
    });
  }

  /** What is said of a file that no template is checked with: that it cannot be read, or that nothing uses it. */
  async saidOfOther(shown: string): Promise<Diagnostic[]> {
    const session = await this.session();
    if (this.#isExcluded(shown, session)) return [];
    const { diagnostics } = session.find([shown], this.#surroundings.overlay());
    return diagnostics.filter(({ code, file }) => file === shown && code !== 'LG5003');
  }

  /** Reads what a file is now; `undefined` when it is none that templates are made of. */
  #look(shown: string, session: FolderSession): FileFacts | undefined {
    const overlay = this.#surroundings.overlay();
    const unsaved = overlay.get(shown);
    const known = this.#facts.get(shown);
    if (known !== undefined && known.text === unsaved) return known.facts;
    const limits = session.basis.limits ?? defaultLimits;
    const read = unsaved ?? textOf(resolve(this.folder, shown), shown, limits.fileBytesMax);
    const isWanted = read !== undefined && !this.#isExcluded(shown, session);
    const isConcerned = isWanted && languageOf(shown)?.concerns(read) === true;
    const facts = isConcerned ? factsOf(session.read(shown, read, overlay)) : undefined;
    this.#note(shown, facts);
    if (facts !== undefined && unsaved !== undefined) this.#facts.set(shown, { text: unsaved, facts });
    return facts;
  }

  /** Templates may gain or lose a part. */
  #note(shown: string, facts: FileFacts | undefined): void {
    const before = this.#index.rootsOf(shown);
    this.#index.put(shown, facts);
    const after = this.#index.rootsOf(shown);
    if (before.join('\n') === after.join('\n')) return;
    for (const root of [...before, ...after]) this.#checks.delete(root);
  }

  #isExcluded(shown: string, { config }: FolderSession): boolean {
    return (config.exclude ?? []).some((pattern) => matchesPattern(shown, pattern));
  }

  /** Looks through the folder while the editor goes on. */
  async #indexFolder({ config, basis }: FolderSession): Promise<void> {
    const files = indexFiles({
      paths: config.paths ?? ['.'],
      workingFolder: this.folder,
      limits: basis.limits ?? defaultLimits,
      exclude: config.exclude ?? [],
    });
    const own = this.#session;
    let started = performance.now();
    for (const [path, facts] of files) {
      // What is open in the editor is known better.
      if (!this.#facts.has(path)) this.#note(path, facts);
      if (performance.now() - started < turnMilliseconds) continue;
      await nextTurn();
      if (this.#isClosed || this.#session !== own) return;
      started = performance.now();
    }
    this.#surroundings.indexed();
  }

  /** The diagnostic for a check that failed in a way that nobody foresaw. */
  static failure(shown: string, error: unknown): Diagnostic {
    const problem = error instanceof Error ? error.message : String(error);
    return diagnostic('LG5020', { problem }, shown);
  }
}

const hiddenFolder = /(^|\/)(node_modules|\.[^./][^/]*)\//;

/** How long the folder is looked through without letting the editor's requests in. */
const turnMilliseconds = 15;

function textOf(path: string, shown: string, bytesMax: number): string | undefined {
  const read = readTextFile(path, shown, bytesMax);
  return 'text' in read ? read.text : undefined;
}

/** The path of a file as people see it from a folder. */
export function shownIn({ folder }: CheckedFolder, path: string): string {
  return shownPath(path, folder);
}
