import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Location,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The source of the program, so that a test sees what it changes. */
export const program: readonly string[] = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
];

/** How an editor is started. */
export interface EditorOptions {
  readonly folders?: readonly string[];
  readonly args?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** The command that starts the server, instead of the one of the checkout. */
  readonly command?: readonly [command: string, ...args: string[]];
}

const capabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** An editor without a screen: it starts the server as a process of its own and speaks the protocol with it. */
export class Editor {
  readonly folder: string;
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #documents = new Map<string, TextDocument>();
  readonly #told = new Map<string, PublishDiagnosticsParams>();
  #listeners: (() => void)[] = [];
  /** No two texts have the same version, of whatever document. */
  #version = 0;

  private constructor(folder: string, process: ChildProcess) {
    this.folder = folder;
    this.#process = process;
    this.#connection = createProtocolConnection(
      new StreamMessageReader(process.stdout!),
      new StreamMessageWriter(process.stdin!),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#told.set(params.uri, params);
      for (const listener of this.#listeners.splice(0)) listener();
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.#connection.onRequest(
      'client/registerCapability',
      (params: { registrations: { method: string }[] }) => {
        this.registered.push(...params.registrations.map(({ method }) => method));
      },
    );
    process.on('exit', () => {
      for (const listener of this.#listeners.splice(0)) listener();
      this.#connection.dispose();
    });
    this.#connection.listen();
  }

  static async start(folder: string, options: EditorOptions = {}): Promise<Editor> {
    const [command, ...rest] = options.command ?? [process.execPath, ...program, 'lsp'];
    const child = spawn(command, [...rest, ...(options.args ?? [])], {
      cwd: folder,
      env: { ...process.env, LANDGUARD_LIBRARY: join(folder, '.library') },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const editor = new Editor(folder, child);
    const folders = options.folders ?? [folder];
    editor.initialized = await editor.#connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? capabilities,
      workspaceFolders: folders.map((path) => ({ uri: pathToFileURL(path).href, name: path })),
    });
    await editor.notify('initialized', {});
    return editor;
  }

  /** The URI of a path in the folder; a URI is one already. */
  uri(path: string): string {
    return path.includes(':') ? path : pathToFileURL(join(this.folder, path)).href;
  }

  text(path: string): string {
    return this.#documents.get(this.uri(path))!.getText();
  }

  /** Opens a document: with a text, or with what is on the disk. */
  async open(path: string, text?: string, languageId = 'json'): Promise<void> {
    const uri = this.uri(path);
    const content = text ?? readFileSync(fileURLToPath(uri), 'utf8');
    const version = ++this.#version;
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, content));
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text: content },
    });
  }

  async change(path: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.#documents.get(this.uri(path))!;
    const version = ++this.#version;
    TextDocument.update(document, contentChanges, version);
    await this.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Types over the first occurrence of a text. */
  replace(path: string, found: string, text: string): Promise<void> {
    return this.change(path, { range: this.rangeOf(path, found), text });
  }

  async close(path: string): Promise<void> {
    this.#documents.delete(this.uri(path));
    await this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Writes a file as another program does, and says so. */
  async write(path: string, text: string, type: 1 | 2 = 2): Promise<void> {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type }] });
  }

  rangeOf(path: string, found: string): Range {
    const document = this.#documents.get(this.uri(path))!;
    const at = document.getText().indexOf(found);
    if (at === -1) throw new Error(`there is no ${found} in ${path}`);
    return { start: document.positionAt(at), end: document.positionAt(at + found.length) };
  }

  /** The position in the middle of the first occurrence of a text. */
  positionOf(path: string, found: string): Position {
    const document = this.#documents.get(this.uri(path))!;
    const { start } = this.rangeOf(path, found);
    return document.positionAt(document.offsetAt(start) + Math.floor(found.length / 2));
  }

  /** What was said last of a file. */
  diagnostics(path: string): readonly Diagnostic[] {
    return this.#told.get(this.uri(path))?.diagnostics ?? [];
  }

  codes(path: string): string[] {
    return this.diagnostics(path).map(({ code }) => String(code));
  }

  /** Waits until something has been said of the document as it is now. */
  told(path: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    return this.until(path, () => this.#told.get(uri)?.version === this.#documents.get(uri)?.version);
  }

  /** Waits until what is said of a file is as wanted. */
  async until(path: string, isWanted: (codes: string[]) => boolean): Promise<readonly Diagnostic[]> {
    while (!isWanted(this.codes(path))) {
      const { exitCode } = this.#process;
      if (exitCode !== null) throw new Error(`the server ended with ${exitCode}`);
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve);
      });
    }
    return this.diagnostics(path);
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.#connection.sendRequest<Result>(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** What is shown over the middle of a text, as Markdown. */
  async hover(path: string, found: string): Promise<string> {
    const position = this.positionOf(path, found);
    const hover = await this.request<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: { uri: this.uri(path) },
      position,
    });
    return hover?.contents.value ?? '';
  }

  /** Where the middle of a text leads to: `file:line:text of the line`. */
  async definition(path: string, found: string): Promise<string[]> {
    const locations = await this.request<Location[]>('textDocument/definition', {
      textDocument: { uri: this.uri(path) },
      position: this.positionOf(path, found),
    });
    return locations.map(({ uri, range }) => {
      const text = this.#documents.get(uri)?.getText() ?? readFileSync(fileURLToPath(uri), 'utf8');
      const line = text.split('\n')[range.start.line]!;
      return `${uri.slice(pathToFileURL(this.folder).href.length + 1)}: ${line.slice(range.start.character).trim()}`;
    });
  }

  /** What can be done about the diagnostics of a file, or about those of one code. */
  actions(path: string, code?: string): Promise<CodeAction[]> {
    const diagnostics = this.diagnostics(path).filter((one) => code === undefined || one.code === code);
    return this.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics },
    });
  }

  /** Applies an edit to the documents that are open and to the files that are not; refuses one for another version. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change)) {
        if (change.kind === 'create') writeFileSync(fileURLToPath(change.uri), '', { flag: 'a' });
        continue;
      }
      const { uri, version } = change.textDocument;
      const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
      const open = this.#documents.get(uri);
      if (open === undefined) {
        const path = fileURLToPath(uri);
        const document = TextDocument.create(uri, '', 0, readFileSync(path, 'utf8'));
        writeFileSync(path, TextDocument.applyEdits(document, edits));
        await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
      } else {
        if (version !== open.version) throw new Error(`the edit is for version ${version} of ${uri}`);
        const text = TextDocument.applyEdits(open, edits);
        await this.change(uri, { text });
      }
    }
  }

  /** Ends the server as the protocol says; answers its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined as unknown as object);
    const ended = once(this.#process, 'exit');
    await this.notify('exit', undefined as unknown as object);
    return (await ended)[0] as number | null;
  }

  /** Goes away without a word; answers the exit code of the server. */
  async vanish(): Promise<number | null> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin!.end();
    return (await ended)[0] as number | null;
  }
}
