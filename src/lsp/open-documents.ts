import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isWithin, shownPath } from '../files/index.ts';
import { languageOf, type Overlay } from '../workspace/index.ts';

/** A document that an editor has open, and where its file is. */
export interface OpenDocument {
  readonly document: TextDocument;
  /** Absolute; of an untitled document in its folder, where there is no such file. */
  readonly path: string;
  /** The folder whose landguard.yaml counts for it. */
  readonly folder: string;
}

/** The documents that an editor has open, by file and by folder. */
export class OpenDocuments {
  readonly #byUri = new Map<string, OpenDocument>();
  #workspaceFolders: readonly string[] = [];

  setWorkspaceFolders(uris: readonly string[]): void {
    this.#workspaceFolders = uris.flatMap((uri) => pathOfUri(uri) ?? []);
    this.placeAgain();
  }

  /** Looks again which folder each document belongs to: a landguard.yaml may have come or gone. */
  placeAgain(): void {
    for (const { document } of [...this.#byUri.values()]) this.put(document);
  }

  put(document: TextDocument): OpenDocument {
    const path = pathOfUri(document.uri) ?? this.#untitledPath(document);
    const opened = { document, path, folder: this.folderOf(path) };
    this.#byUri.set(document.uri, opened);
    return opened;
  }

  remove(uri: string): OpenDocument | undefined {
    const opened = this.#byUri.get(uri);
    this.#byUri.delete(uri);
    return opened;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  get all(): readonly OpenDocument[] {
    return [...this.#byUri.values()];
  }

  /** What is open, by the path that people see from a folder. */
  overlay(folder: string): Overlay {
    return new Map(this.all.map(({ document, path }) => [shownPath(path, folder), document.getText()]));
  }

  /** The document of a file, when it is open. */
  atPath(path: string): OpenDocument | undefined {
    return this.all.find((one) => one.path === path);
  }

  /** The URI of a file as the editor writes it. */
  uriOf(folder: string, shown: string): string {
    const path = resolve(folder, shown);
    return this.atPath(path)?.document.uri ?? pathToFileURL(path).href;
  }

  /** The nearest folder with a landguard.yaml, not above the workspace folder; else the workspace folder; else the folder of the file. */
  folderOf(path: string): string {
    const workspace = this.#workspaceFolders
      .filter((folder) => isWithin(path, folder))
      .sort((a, b) => b.length - a.length)[0];
    if (workspace === undefined) return dirname(path);
    for (
      let folder = dirname(path);
      folder !== workspace && isWithin(folder, workspace);
      folder = dirname(folder)
    )
      if (existsSync(join(folder, 'landguard.yaml'))) return folder;
    return workspace;
  }

  #untitledPath({ uri, languageId }: TextDocument): string {
    const name = uri.replaceAll(/[/\\]/g, '-');
    const extension =
      languageId === 'bicep' ? '.bicep' : languageId === 'bicep-params' ? '.bicepparam' : '.json';
    return resolve(
      this.#workspaceFolders[0] ?? '.',
      languageOf(name) === undefined ? `${name}${extension}` : name,
    );
  }
}

/** The file of a URI; `undefined` where it is not that of a file on this machine. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    // A URI with a host or an escaped slash names no file here.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
