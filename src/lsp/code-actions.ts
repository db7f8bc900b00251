import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit as EditorEdit,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../kernel/index.ts';
import { cut, plainText } from '../report/index.ts';
import { type FoundFinding, fixOf } from './finding-markdown.ts';
import { rangeOfSpan } from './text-range.ts';

/** The command that explains a finding; its arguments are the URI of a document and the fingerprint. */
export const explainCommand = 'landguard.explain';

/** What an editor can take of an edit. */
export interface EditTarget {
  readonly uriOf: (shown: string) => string;
  /** The version of a document that is open. */
  readonly versionOf: (uri: string) => number | undefined;
  /** Whether edits may name the version that they are for. */
  readonly takesVersions: boolean;
}

/** The findings that one diagnostic tells. */
export interface ToldFindings {
  readonly told: Diagnostic;
  readonly findings: readonly [FoundFinding, ...FoundFinding[]];
}

/** What can be done about what a diagnostic tells: fix it where the value is written, explain it. */
export function findingActions(
  { told, findings }: ToldFindings,
  documentUri: string,
  target: EditTarget,
): CodeAction[] {
  const { policy, fingerprint } = findings[0].finding;
  const title = cut(plainText(policy.displayName), titleLengthMax);
  const fixes = findings.map((found) => fixOf(found)?.edits ?? []).filter((edits) => edits.length > 0);
  const actions = fixes.map((edits): CodeAction => {
    const files = [...new Set(edits.map(({ source }) => source.path))];
    const elsewhere = files.filter((file) => target.uriOf(file) !== documentUri);
    const where = elsewhere.length === 0 ? '' : ` (in ${plainText(elsewhere.join(', '))})`;
    return {
      title: `Fix: ${title}${where}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [told],
      isPreferred: true,
      edit: workspaceEdit(edits, target),
    };
  });
  const explain: CodeAction = {
    title: `Explain: ${title}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [told],
    command: {
      title: 'Explain the finding',
      command: explainCommand,
      arguments: [documentUri, fingerprint],
    },
  };
  // The resources of one declaration are put right by the same edit.
  return [...new Map(actions.map((one) => [JSON.stringify(one.edit), one])).values(), explain];
}

const titleLengthMax = 100;

/** Edits of several files in the shape that an editor applies. */
export function workspaceEdit(edits: readonly TextEdit[], target: EditTarget): WorkspaceEdit {
  const byUri = new Map<string, EditorEdit[]>();
  for (const edit of edits) {
    const uri = target.uriOf(edit.source.path);
    const list = byUri.get(uri) ?? [];
    list.push({ range: rangeOfSpan(edit), newText: edit.text });
    byUri.set(uri, list);
  }
  if (!target.takesVersions) return { changes: Object.fromEntries(byUri) };
  return {
    documentChanges: [...byUri].map(([uri, list]) =>
      TextDocumentEdit.create({ uri, version: target.versionOf(uri) ?? null }, list),
    ),
  };
}
