import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { Source } from '../kernel/index.ts';
import { addExclusions } from '../workspace/index.ts';
import { type EditTarget, type ToldFindings, workspaceEdit } from './code-actions.ts';

/** The reason that a person replaces by the real one. */
export const reasonToWrite = 'Say here why this finding is accepted, and until when.';

/** Excludes what a diagnostic tells in landguard.yaml, which is made where there is none and the editor can make files. `undefined` where the file is not laid out for it. */
export async function exclusionAction(
  { told, findings }: ToldFindings,
  configText: string | undefined,
  target: EditTarget & { readonly makesFiles: boolean },
): Promise<CodeAction | undefined> {
  const [{ session }] = findings;
  const file = session.configFile ?? 'landguard.yaml';
  const exclusions = findings.map(({ finding: { policy, fingerprint } }) => ({
    policy: policy.name,
    fingerprint,
    reason: reasonToWrite,
  }));
  const source = new Source(file, configText ?? '');
  const edit = await addExclusions(source, exclusions);
  if (edit === undefined || (configText === undefined && !target.makesFiles)) return undefined;
  return {
    title: `Exclude ${findings.length === 1 ? 'this finding' : `these ${findings.length} findings`} in ${file}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [told],
    edit: configText === undefined ? newFile(file, edit.text, target) : workspaceEdit([edit], target),
  };
}

function newFile(file: string, text: string, { uriOf }: EditTarget): WorkspaceEdit {
  const uri = uriOf(file);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}
