import type { CheckResult } from '../assess/index.ts';
import type { Diagnostic, JsonNode, Source } from '../kernel/index.ts';
import { deploymentsOf } from '../template/index.ts';
import type { Overlay } from '../workspace/index.ts';
import type { FolderSession, SessionTemplates } from './folder-session.ts';

/** A template that was checked, with every file that had a part in it. */
export interface TemplateCheck {
  /** The path of the template. */
  readonly root: string;
  readonly found: SessionTemplates;
  readonly result: CheckResult;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  /** The unsaved texts that it was made with. */
  readonly overlay: Overlay;
}

/** Checks one template as the command line checks a file that is named. */
export function checkTemplate(session: FolderSession, root: string, overlay: Overlay): TemplateCheck {
  const found = session.find([root], overlay);
  const result = session.check(found, undefined, overlay);
  const own = new Set(session.diagnostics);
  return {
    root,
    found,
    result,
    diagnostics: result.report.diagnostics.filter((entry) => !own.has(entry)),
    sources: sourcesOf(found, result),
    overlay,
  };
}

function sourcesOf({ templates }: SessionTemplates, { expansions }: CheckResult): Map<string, Source> {
  const sources = new Map<string, Source>();
  const add = (source: Source) => sources.set(source.path, source);
  for (const { document, parameters } of templates) {
    add(document.source);
    for (const parameter of parameters) if ('span' in parameter) add(parameter.span.source);
  }
  const roots = expansions.flatMap(({ expansion: { deployment } }) =>
    deployment === undefined ? [] : deploymentsOf(deployment).map(({ sections }) => sections.root),
  );
  for (const root of roots) addSources(root, add, new Set());
  return sources;
}

/** Parts of a template may come from other files than the template itself. */
function addSources(root: JsonNode, add: (source: Source) => void, seen: Set<Source>): void {
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!seen.has(node.source)) {
      seen.add(node.source);
      add(node.source);
    }
    if (node.kind === 'array') for (const item of node.items) open.push(item);
    else if (node.kind === 'object') for (const { value } of node.properties) open.push(value);
  }
}
