import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';

/** What the editor was told last of each file, so that it is told only what is new. */
export class PublishedDiagnostics {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #told = new Map<string, string>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** Tells all there is to say now; files of which nothing is said any more are cleared. `versionOf` answers for open documents. */
  publish(
    byUri: ReadonlyMap<string, readonly Diagnostic[]>,
    versionOf: (uri: string) => number | undefined,
  ): void {
    for (const [uri, diagnostics] of byUri) {
      const list = distinct(diagnostics);
      if (list.length > 0 || this.#told.has(uri) || versionOf(uri) !== undefined)
        this.#tell(uri, list, versionOf(uri));
    }
    for (const uri of [...this.#told.keys()]) {
      if (byUri.has(uri)) continue;
      this.#tell(uri, [], versionOf(uri));
      this.#told.delete(uri);
    }
  }

  #tell(uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    const text = JSON.stringify([version, diagnostics]);
    if (this.#told.get(uri) === text) return;
    this.#told.set(uri, text);
    this.#send({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** Two templates that hold the same file say the same of it. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(diagnostics.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line ||
      a.range.start.character - b.range.start.character ||
      (a.message < b.message ? -1 : 1),
  );
}
