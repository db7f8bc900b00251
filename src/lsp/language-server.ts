import { basename, resolve } from 'node:path';
import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type Diagnostic as EditorDiagnostic,
  type ExecuteCommandParams,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTextFile } from '../files/index.ts';
import { DocumentAnalysis } from './analysis.ts';
import { CheckedFolder, shownIn } from './checked-folder.ts';
import { type EditTarget, explainCommand, findingActions, type ToldFindings } from './code-actions.ts';
import { collectDiagnostics } from './collect-diagnostics.ts';
import { exclusionAction } from './exclusion-action.ts';
import type { FindingData } from './file-diagnostics.ts';
import { findingMarkdown } from './finding-markdown.ts';
import type { OpenSession } from './folder-session.ts';
import { type OpenDocument, OpenDocuments, pathOfUri } from './open-documents.ts';
import { PublishedDiagnostics } from './published-diagnostics.ts';
import { RefreshLoop } from './refresh-loop.ts';

/** What the server is started with. */
export interface LanguageServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Opens configuration and policies of a folder. */
  readonly open: OpenSession;
  readonly now: () => Date;
  readonly version: string;
}

/**
 * Serves the Language Server Protocol 3.17 over two streams: diagnostics, hover, quick fixes, definitions and outlines for templates and their parameter files.
 * The process ends with the editor: with 0 after `shutdown` and `exit`, else with 1.
 */
export function serveLanguage(options: LanguageServerOptions): void {
  new LanguageServer(options).listen();
}

/** A pause in typing after which a text is checked. */
const typingPauseMilliseconds = 60;
/** Opening the policies again takes longer. */
const settingsPauseMilliseconds = 250;

class LanguageServer {
  readonly #options: LanguageServerOptions;
  readonly #connection: Connection;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #documents = new OpenDocuments();
  readonly #folders = new Map<string, CheckedFolder>();
  readonly #published: PublishedDiagnostics;
  readonly #refresh: RefreshLoop;
  #client: InitializeParams['capabilities'] = {};

  constructor(options: LanguageServerOptions) {
    this.#options = options;
    this.#connection = createConnection(ProposedFeatures.all, options.input, options.output);
    this.#published = new PublishedDiagnostics((params) => void this.#connection.sendDiagnostics(params));
    const failed = (error: unknown) => this.#failed(error);
    this.#refresh = new RefreshLoop((isStale) => this.#tellDiagnostics(isStale), failed);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#refresh.stop());
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes));
    connection.onHover(({ textDocument, position }) =>
      this.#answer(textDocument.uri, null, async (analysis) => (await analysis.hover(position)) ?? null),
    );
    connection.onDefinition(({ textDocument, position }) =>
      this.#answer(textDocument.uri, [], (analysis) => analysis.definition(position)),
    );
    connection.onDocumentSymbol(({ textDocument }) =>
      this.#answer(textDocument.uri, [], async (analysis) => analysis.symbols()),
    );
    connection.onCodeAction((params) =>
      this.#answer(params.textDocument.uri, [], (analysis, open) => this.#actions(params, analysis, open)),
    );
    connection.onExecuteCommand((params) => this.#execute(params));
    this.#texts.onDidChangeContent(({ document }) => this.#textChanged(document));
    this.#texts.onDidSave(({ document }) => this.#saved(document));
    this.#texts.onDidClose(({ document }) => this.#closed(document));
    this.#texts.listen(connection);
    connection.listen();
  }

  #initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.#client = capabilities;
    const folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
    this.#documents.setWorkspaceFolders(folders);
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        executeCommandProvider: { commands: [explainCommand] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'landguard', version: this.#options.version },
    };
  }

  async #initialized(): Promise<void> {
    if (this.#client.workspace?.workspaceFolders === true)
      this.#connection.workspace.onDidChangeWorkspaceFolders(() =>
        this.#workspaceChanged().catch((error) => this.#failed(error)),
      );
    if (this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.{json,jsonc,bicep,bicepparam}' }, { globPattern: '**/*.{yaml,yml}' }],
    });
  }

  async #workspaceChanged(): Promise<void> {
    const folders = await this.#connection.workspace.getWorkspaceFolders();
    this.#documents.setWorkspaceFolders(folders?.map(({ uri }) => uri) ?? []);
    this.#closeUnusedFolders();
    this.#refresh.ask(0);
  }

  #folderOf({ folder }: OpenDocument): CheckedFolder {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const opened = new CheckedFolder(folder, {
      open: this.#options.open,
      overlay: () => this.#documents.overlay(folder),
      now: this.#options.now,
      indexed: () => this.#refresh.ask(0),
      failed: (error) => this.#failed(error),
    });
    this.#folders.set(folder, opened);
    return opened;
  }

  #closeUnusedFolders(): void {
    const used = new Set(this.#documents.all.map(({ folder }) => folder));
    for (const [path, folder] of this.#folders) {
      if (used.has(path)) continue;
      folder.close();
      this.#folders.delete(path);
    }
  }

  #textChanged(document: TextDocument): void {
    const isNew = this.#documents.get(document.uri) === undefined;
    const { path } = this.#documents.put(document);
    const isSetting = this.#noteSettings(path);
    for (const folder of this.#folders.values()) folder.changed(shownIn(folder, path));
    this.#refresh.ask(isSetting ? settingsPauseMilliseconds : isNew ? 0 : typingPauseMilliseconds);
  }

  #saved({ uri }: TextDocument): void {
    const open = this.#documents.get(uri);
    if (open !== undefined && this.#noteSettings(open.path)) this.#refresh.ask(0);
  }

  #closed({ uri }: TextDocument): void {
    const open = this.#documents.remove(uri);
    if (open === undefined) return;
    this.#noteSettings(open.path);
    this.#closeUnusedFolders();
    this.#diskChanged(open.path);
    this.#refresh.ask(0);
  }

  #filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      const path = pathOfUri(uri);
      if (path === undefined) continue;
      this.#noteSettings(path);
      if (basename(path) === 'landguard.yaml' && type !== FileChangeType.Changed)
        this.#documents.placeAgain();
      this.#diskChanged(path);
    }
    this.#closeUnusedFolders();
    this.#refresh.ask(typingPauseMilliseconds);
  }

  #diskChanged(path: string): void {
    for (const folder of this.#folders.values())
      folder.cameOrWent(shownIn(folder, path)).catch((error) => this.#failed(error));
  }

  /** Opens the sessions again that a file is a setting of: landguard.yaml, or a policy. Answers whether it is one. */
  #noteSettings(path: string): boolean {
    const concerned = [...this.#folders.values()].filter((folder) => folder.isSetting(path));
    for (const folder of concerned) folder.reload();
    return concerned.length > 0;
  }

  async #tellDiagnostics(isStale: () => boolean): Promise<void> {
    const said = await collectDiagnostics(
      {
        documents: this.#documents,
        folderOf: (open) => this.#folderOf(open),
        failed: (error) => this.#failed(error),
      },
      isStale,
    );
    if (said === undefined) return;
    this.#published.publish(said, (uri) => this.#documents.get(uri)?.document.version);
  }

  /** Answers a request about an open document; one that fails is logged, and answered with nothing. */
  async #answer<Answer>(
    uri: string,
    nothing: Answer,
    run: (analysis: DocumentAnalysis, open: OpenDocument) => Promise<Answer>,
  ): Promise<Answer> {
    const open = this.#documents.get(uri);
    if (open === undefined) return nothing;
    try {
      return await run(new DocumentAnalysis(open, this.#folderOf(open), this.#documents), open);
    } catch (error) {
      this.#failed(error);
      return nothing;
    }
  }

  async #actions(
    { range, context, textDocument }: CodeActionParams,
    analysis: DocumentAnalysis,
    open: OpenDocument,
  ): Promise<CodeAction[]> {
    const target = this.#editTarget(analysis);
    const actions: CodeAction[] = [];
    const found = await analysis.findings(range);
    for (const told of context.diagnostics) {
      const [first, ...others] = found.filter(({ finding }) => tells(told, finding.fingerprint));
      if (first === undefined) continue;
      const group: ToldFindings = { told, findings: [first, ...others] };
      const configText = this.#configText(open, first.session.configFile);
      const exclusion = await exclusionAction(group, configText, target);
      actions.push(...findingActions(group, textDocument.uri, target));
      if (exclusion !== undefined) actions.push(exclusion);
    }
    return actions;
  }

  #editTarget({ uriOf }: DocumentAnalysis): EditTarget & { readonly makesFiles: boolean } {
    const edits = this.#client.workspace?.workspaceEdit;
    const takesVersions = edits?.documentChanges === true;
    return {
      uriOf,
      versionOf: (uri) => this.#documents.get(uri)?.document.version,
      takesVersions,
      makesFiles: takesVersions && edits.resourceOperations?.includes('create') === true,
    };
  }

  #configText({ folder }: OpenDocument, configFile: string | undefined): string | undefined {
    if (configFile === undefined) return undefined;
    const path = resolve(folder, configFile);
    const unsaved = this.#documents.atPath(path)?.document.getText();
    if (unsaved !== undefined) return unsaved;
    const read = readTextFile(path);
    return 'text' in read ? read.text : undefined;
  }

  /** The explanation of a finding as Markdown, which an editor may show; it is logged too. */
  async #execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<string | null> {
    const [uri, fingerprint] = args;
    if (command !== explainCommand || typeof uri !== 'string' || typeof fingerprint !== 'string') return null;
    return this.#answer<string | null>(uri, null, async (analysis) => {
      const found = await analysis.finding(fingerprint);
      if (found === undefined) return null;
      const text = findingMarkdown(found);
      this.#connection.console.info(text);
      return text;
    });
  }

  #failed(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** Whether a diagnostic tells a finding. */
function tells({ data }: EditorDiagnostic, fingerprint: string): boolean {
  const fingerprints = (data as Partial<FindingData> | undefined)?.fingerprints;
  return Array.isArray(fingerprints) && fingerprints.includes(fingerprint);
}
