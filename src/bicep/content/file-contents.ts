import { type JsonNode, type Limits, parseJson } from '../../kernel/index.ts';
import type { BicepBytes, BicepFiles, FileProblem, ListedFile } from '../bicep-files.ts';
import { type DecodedText, decodeText } from './text-encoding.ts';
import { parseYaml } from './yaml-node.ts';

/** A file that was read as text. */
export interface TextContent extends DecodedText {
  readonly path: string;
}

/** A file that was read as JSON or YAML, or what is wrong with it. */
export type ParsedContent = { readonly root: JsonNode | undefined } | FileProblem;

/** What the files of a program hold: each is read and parsed once. */
export class FileContents {
  readonly #files: BicepFiles;
  readonly #limits: Limits;
  readonly #bytes = new Map<string, BicepBytes | FileProblem>();
  readonly #texts = new Map<string, TextContent>();
  readonly #json = new Map<TextContent, ParsedContent>();
  readonly #yaml = new Map<TextContent, ParsedContent>();

  constructor(files: BicepFiles, limits: Limits) {
    this.#files = files;
    this.#limits = limits;
  }

  bytes(fromPath: string, path: string): BicepBytes | FileProblem {
    return once(this.#bytes, `${fromPath}\n${path}`, () => this.#files.readBytes(fromPath, path));
  }

  text(fromPath: string, path: string, encoding: string): TextContent | FileProblem {
    const file = this.bytes(fromPath, path);
    if ('problem' in file) return file;
    return once(this.#texts, `${encoding}\n${file.path}`, () => ({
      path: file.path,
      ...decodeText(file.bytes, encoding),
    }));
  }

  json(content: TextContent): ParsedContent {
    return once(this.#json, content, () => {
      const { root, diagnostics, source } = parseJson(content.path, content.text, this.#limits);
      const error = diagnostics.find((entry) => entry.level === 'error');
      if (error === undefined) return root === undefined ? { problem: 'it is empty' } : { root };
      const line = error.span === undefined ? '' : `line ${source.positionAt(error.span.start).line}: `;
      return { problem: `${line}${error.message}` };
    });
  }

  yaml(content: TextContent): ParsedContent {
    return once(this.#yaml, content, () => {
      const parsed = parseYaml(content.path, content.text, this.#limits);
      return 'root' in parsed && parsed.root === undefined ? { problem: 'it is empty' } : parsed;
    });
  }

  environmentVariable(name: string): string | undefined {
    return this.#files.environmentVariable(name);
  }

  list(fromPath: string, path: string, pattern: string | undefined): readonly ListedFile[] | FileProblem {
    return this.#files.listFolder(fromPath, path, pattern);
  }
}

function once<Key, Item>(known: Map<Key, Item>, key: Key, make: () => Item): Item {
  let item = known.get(key);
  if (item === undefined) {
    item = make();
    known.set(key, item);
  }
  return item;
}
