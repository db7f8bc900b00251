import type { Source, TextEdit } from '../kernel/index.ts';
import type { NewExclusion } from './exclusion-edit.ts';

/** The edit that adds exclusions to landguard.yaml; `undefined` where its layout does not allow that. The parser is loaded only when it is needed. */
export async function addExclusions(
  source: Source,
  exclusions: readonly NewExclusion[],
): Promise<TextEdit | undefined> {
  const { exclusionEdit } = await import('./exclusion-edit.ts');
  return exclusionEdit(source, exclusions);
}
