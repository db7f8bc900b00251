import type { Definition, DocumentSymbol, Hover, Position, Range } from 'vscode-languageserver';
import { defaultLimits, type JsonDocument, type Span } from '../kernel/index.ts';
import { type Declaration, wordAt } from '../template/index.ts';
import { readDocument } from '../workspace/index.ts';
import { bicepDeclaration, bicepSymbols } from './bicep-symbols.ts';
import { type CheckedFolder, shownIn } from './checked-folder.ts';
import { documentSymbols } from './document-symbols.ts';
import { type FoundFinding, findingMarkdown } from './finding-markdown.ts';
import type { OpenDocument, OpenDocuments } from './open-documents.ts';
import { fileNamedAt, findingsAt, inspectionAt, parameterAt, rangeAt } from './positions.ts';
import type { TemplateCheck } from './template-check.ts';
import { rangeOfPlace, rangeOfSpan, touches } from './text-range.ts';
import { inspectionMarkdown } from './value-markdown.ts';

/** Answers what an editor asks of one open document. Every answer is of the text as it is now. */
export class DocumentAnalysis {
  readonly #open: OpenDocument;
  readonly #folder: CheckedFolder;
  readonly #documents: OpenDocuments;
  readonly #shown: string;

  constructor(open: OpenDocument, folder: CheckedFolder, documents: OpenDocuments) {
    this.#open = open;
    this.#folder = folder;
    this.#documents = documents;
    this.#shown = shownIn(folder, open.path);
  }

  readonly uriOf = (shown: string): string => this.#documents.uriOf(this.#folder.folder, shown);

  /** The findings at a range, each once. */
  async findings(range: Range): Promise<FoundFinding[]> {
    const session = await this.#folder.session();
    const found = new Map<string, FoundFinding>();
    for (const check of await this.#folder.checksOf(this.#shown))
      for (const finding of findingsAt(check, this.#shown, range))
        if (!found.has(finding.fingerprint))
          found.set(finding.fingerprint, {
            finding,
            check,
            session,
            folder: this.#folder.folder,
            uriOf: this.uriOf,
          });
    return [...found.values()];
  }

  /** A finding by its fingerprint. */
  async finding(fingerprint: string): Promise<FoundFinding | undefined> {
    const session = await this.#folder.session();
    for (const check of await this.#folder.checksOf(this.#shown)) {
      const finding = check.result.report.findings.find((one) => one.fingerprint === fingerprint);
      if (finding !== undefined)
        return { finding, check, session, folder: this.#folder.folder, uriOf: this.uriOf };
    }
    return undefined;
  }

  async hover(position: Position): Promise<Hover | undefined> {
    const offset = this.#open.document.offsetAt(position);
    const parts: string[] = [];
    let range: Range | undefined;
    for (const check of await this.#folder.checksOf(this.#shown)) {
      const inspection = inspectionAt(check, this.#shown, offset);
      const given = parameterAt(check, this.#read(), offset);
      if (inspection !== undefined) {
        const text = inspectionMarkdown(inspection, this.uriOf);
        if (text !== undefined) parts.push(text);
        range ??= rangeOfSpan(inspection.span);
      } else if (given !== undefined) {
        const { span, value } = given;
        const text = inspectionMarkdown(
          {
            span,
            value,
            path: ['parameters', given.name],
            names: [],
            instanceCount: 1,
            declarations: [given],
          },
          this.uriOf,
        );
        if (text !== undefined) parts.push(text);
      }
      if (parts.length > 0) break;
    }
    const findings = (await this.findings(rangeAt(position))).slice(0, shownFindingCountMax);
    const own = findings.find(({ finding }) => finding.place.file === this.#shown)?.finding.place;
    const findingRange = own && rangeOfPlace(own, undefined);
    if (findingRange !== undefined && touches(findingRange, rangeAt(position))) range ??= findingRange;
    parts.push(...findings.map(findingMarkdown));
    if (parts.length === 0) return undefined;
    const contents = { kind: 'markdown' as const, value: parts.join('\n\n---\n\n') };
    return range === undefined ? { contents } : { contents, range };
  }

  async definition(position: Position): Promise<Definition> {
    const offset = this.#open.document.offsetAt(position);
    const found = new Map<string, { uri: string; range: Range }>();
    for (const check of await this.#folder.checksOf(this.#shown))
      for (const span of this.#definitions(check, offset)) {
        const location = { uri: this.uriOf(span.source.path), range: rangeOfSpan(span) };
        found.set(JSON.stringify(location), location);
      }
    return [...found.values()];
  }

  /** A file that is named, a parameter or variable with its value, or what else has a name in the file itself. */
  #definitions(check: TemplateCheck, offset: number): Span[] {
    const file = fileNamedAt(check, this.#shown, offset);
    if (file !== undefined) return [file];
    const inspection = inspectionAt(check, this.#shown, offset);
    const named = inspection?.declarations ?? [];
    const own =
      named.some(({ kind }) => kind === 'resource') || named.length === 0
        ? this.#declaredAt(offset)
        : undefined;
    if (own !== undefined) return [own];
    const given = inspection === undefined ? parameterAt(check, this.#read(), offset) : undefined;
    return given === undefined ? named.flatMap((one) => this.#targets(one, offset)) : [given.span];
  }

  /** The declaration; from the declaration itself, and where a file gives the value, that too. */
  #targets({ span, given }: Declaration, offset: number): Span[] {
    const isHere = span.source.path === this.#shown && span.start <= offset && offset <= span.end;
    const value = given === undefined || given.kind === 'default' ? [] : [given.span];
    return isHere ? value : [span, ...value];
  }

  symbols(): DocumentSymbol[] {
    if (this.#isBicep) return bicepSymbols(this.#shown, this.#open.document.getText());
    return documentSymbols(this.#read());
  }

  get #isBicep(): boolean {
    return /\.bicep(param)?$/i.test(this.#shown);
  }

  /** What the word at an offset of a Bicep file means in it. */
  #declaredAt(offset: number): Span | undefined {
    if (!this.#isBicep) return undefined;
    const text = this.#open.document.getText();
    const word = wordAt(text, offset);
    const span = word === undefined ? undefined : bicepDeclaration(this.#shown, text, word);
    return span !== undefined && (offset < span.start || offset > span.end) ? span : undefined;
  }

  #read(): JsonDocument {
    const { folder } = this.#folder;
    const overlay = this.#documents.overlay(folder);
    const reading = { paths: [this.#shown], workingFolder: folder, limits: defaultLimits, overlay };
    return readDocument(this.#shown, this.#open.document.getText(), reading);
  }
}

const shownFindingCountMax = 5;
