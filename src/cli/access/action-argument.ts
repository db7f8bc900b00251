import { diagnostic, fold, suggest } from '../../kernel/index.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { UsageError } from '../usage-error.ts';
import type { OpenedAccess } from './open-access.ts';

/**
 * The action of a question. One that nobody knows may be new or misspelt: it is asked about, and a warning says so. A pattern is refused: whether all, some
 * or none of what it stands for is allowed are different questions.
 */
export function actionArgument(text: string, { facts, surroundings, model }: OpenedAccess): string {
  const action = text.trim();
  if (action === '' || /[*?\s]/.test(action))
    throw new UsageError(
      `an action is one such as Microsoft.Storage/storageAccounts/read, but got \`${text}\``,
    );
  if (fold(action).startsWith('microsoft.directory/')) return action;
  const namespace = action.slice(0, Math.max(action.indexOf('/'), 0));
  const { control, data } = facts.actions.ofNamespace(namespace);
  const known = [...control, ...data];
  if (known.includes(fold(action)) || isNamedByRole(model, action)) return action;
  const suggestion = suggest(
    fold(action),
    known,
    'check its spelling; what it may be granted by are patterns only',
  );
  printDiagnostics([diagnostic('LG8101', { action, suggestion })], surroundings);
  return action;
}

/** Whether a custom role of the estate spells the action out. */
function isNamedByRole(model: OpenedAccess['model'], action: string): boolean {
  const wanted = fold(action);
  for (const { permissions } of model.roles.own)
    for (const { actions, dataActions } of permissions)
      if ([...actions, ...dataActions].some((one) => fold(one) === wanted)) return true;
  return false;
}
