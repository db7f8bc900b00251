import { statSync } from 'node:fs';
import {
  type CollectedEstate,
  type Estate,
  type EstateObject,
  type EstateResource,
  type GovernanceItem,
  LastReadings,
  resourcesOfEntry,
  type ScopeTree,
} from '../estate/index.ts';
import type { EstateFile } from './estate-file-list.ts';
import type { EstateLimits } from './estate-limits.ts';
import { readEntries } from './read-entries.ts';

/** A file was changed after its estate was opened: what was counted no longer holds. */
export class EstateChangedError extends Error {
  constructor(shown: string) {
    super(`the file was changed or became unreadable while the estate was read: \`${shown}\``);
    this.name = 'EstateChangedError';
  }
}

/** A file that was read once, and how many entries that gave. */
export interface OpenedFile extends EstateFile {
  readonly readCount: number;
}

/** An estate whose resources are read from its files each time they are asked for. */
export class FolderEstate implements Estate {
  readonly name: string;
  readonly scopes: ScopeTree;
  readonly governance: readonly GovernanceItem[];
  readonly objects: readonly EstateObject[];
  readonly resourceCounts: ReadonlyMap<string, number>;
  readonly scopeCounts: ReadonlyMap<string, number>;
  readonly #repeats: CollectedEstate['repeats'];
  readonly #files: readonly OpenedFile[];
  readonly #limits: EstateLimits;

  constructor(name: string, collected: CollectedEstate, files: readonly OpenedFile[], limits: EstateLimits) {
    this.name = name;
    this.scopes = collected.scopes;
    this.governance = collected.governance;
    this.objects = collected.objects;
    this.resourceCounts = collected.resourceCounts;
    this.scopeCounts = collected.scopeCounts;
    this.#repeats = collected.repeats;
    this.#files = files;
    this.#limits = limits;
  }

  async *resources(): AsyncGenerator<readonly EstateResource[]> {
    const readings = new LastReadings(this.#repeats);
    for (const file of this.#files) {
      checkUnchanged(file);
      let readCount = 0;
      // What is wrong with the file was told when it was opened.
      for await (const batch of readEntries(file, this.#limits, () => {})) {
        readCount += batch.length;
        const resources: EstateResource[] = [];
        for (const entry of batch) {
          if (entry.isEnvelope) continue;
          for (const one of resourcesOfEntry(entry, file.shown, readings)) resources.push(one);
        }
        if (resources.length > 0) yield resources;
      }
      checkUnchanged(file);
      if (readCount !== file.readCount) throw new EstateChangedError(file.shown);
    }
  }
}

function checkUnchanged({ path, shown, size, changedMs }: EstateFile): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.size !== size || stats.mtimeMs !== changedMs)
    throw new EstateChangedError(shown);
}
