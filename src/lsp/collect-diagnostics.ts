import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic as EditorDiagnostic } from 'vscode-languageserver';
import { isWithin } from '../files/index.ts';
import { languageOf } from '../workspace/index.ts';
import { CheckedFolder, shownIn } from './checked-folder.ts';
import { editorDiagnostic, findingDiagnostics } from './file-diagnostics.ts';
import type { FolderSession } from './folder-session.ts';
import type { OpenDocument, OpenDocuments } from './open-documents.ts';
import type { TemplateCheck } from './template-check.ts';
import { fileStart } from './text-range.ts';

/** What is to be said of each file, by URI. */
export type SaidByUri = Map<string, EditorDiagnostic[]>;

/** Where the answers come from. */
export interface DiagnosticSources {
  readonly documents: OpenDocuments;
  readonly folderOf: (open: OpenDocument) => CheckedFolder;
  readonly failed: (error: unknown) => void;
}

/**
 * Checks what the open documents have a part in. A check that fails is said at its document and the others go on. `undefined` once the work is stale: a
 * newer one is on its way.
 */
export async function collectDiagnostics(
  { documents, folderOf, failed }: DiagnosticSources,
  isStale: () => boolean,
): Promise<SaidByUri | undefined> {
  const said: SaidByUri = new Map();
  const add = (uri: string, ...entries: EditorDiagnostic[]) => {
    const list = said.get(uri) ?? [];
    list.push(...entries);
    said.set(uri, list);
  };
  const seen = new Set<TemplateCheck | FolderSession>();
  const all = documents.all;
  const concerned = all.filter(({ path, document }) => isConcerned(path, document.getText()));
  for (const open of concerned) {
    const folder = folderOf(open);
    // What fails here fails below again, where it is said.
    await folder.look(shownIn(folder, open.path)).catch(() => undefined);
  }
  if (isStale()) return undefined;
  for (const open of all) {
    const folder = folderOf(open);
    const shown = shownIn(folder, open.path);
    const uriOf = (file: string) => documents.uriOf(folder.folder, file);
    const isOpen = (file: string) => documents.atPath(resolve(folder.folder, file)) !== undefined;
    add(open.document.uri);
    const isSetting = folder.isSetting(open.path);
    if (!isSetting && !concerned.includes(open)) continue;
    try {
      const session = await folder.session();
      if (!seen.has(session)) for (const [file, entry] of ofSession(session, folder)) add(uriOf(file), entry);
      seen.add(session);
      if (isSetting) continue;
      const checks = await folder.checksOf(shown);
      if (isStale()) return undefined;
      for (const check of checks) {
        if (!seen.has(check))
          for (const [file, entry] of ofCheck(check, uriOf, isOpen)) add(uriOf(file), entry);
        seen.add(check);
      }
      const other = checks.length === 0 ? await folder.saidOfOther(shown) : [];
      add(open.document.uri, ...other.map(editorDiagnostic));
    } catch (error) {
      failed(error);
      add(open.document.uri, editorDiagnostic(CheckedFolder.failure(shown, error)));
    }
    // The next document may take long: changes that came meanwhile are let in.
    await nextTurn();
    if (isStale()) return undefined;
  }
  return isStale() ? undefined : said;
}

function isConcerned(path: string, text: string): boolean {
  return languageOf(path)?.concerns(text) === true;
}

/** What is wrong with the configuration and with policies of the folder itself. */
function ofSession(session: FolderSession, { folder }: CheckedFolder): [file: string, EditorDiagnostic][] {
  return session.diagnostics.flatMap((entry): [string, EditorDiagnostic][] => {
    const file = entry.file ?? session.configFile;
    const isHere = file !== undefined && isWithin(resolve(folder, file), folder);
    return isHere && entry.level !== 'note' ? [[file, editorDiagnostic(entry)]] : [];
  });
}

/** What a check says. A text that an expression yields is no file, so what is said of it is said of the template. */
function ofCheck(
  check: TemplateCheck,
  uriOf: (file: string) => string,
  isOpen: (file: string) => boolean,
): [file: string, EditorDiagnostic][] {
  const said: [string, EditorDiagnostic][] = [
    ...check.diagnostics.map((entry): [string, EditorDiagnostic] => [
      entry.file ?? check.root,
      editorDiagnostic(entry),
    ]),
    ...findingDiagnostics(check, uriOf, isOpen),
  ];
  const isFile = (file: string) => file === check.root || !/ \(\[.*\]\)$/s.test(file);
  return said.map(([file, entry]) =>
    isFile(file) ? [file, entry] : [check.root, { ...entry, range: fileStart }],
  );
}
