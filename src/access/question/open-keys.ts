import { parseResourceId } from '../../kernel/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { keyRuleOf } from '../estate/key-rule.ts';
import type { KeyAccess } from '../estate/resource-access.ts';
import { ownerIn } from './asked.ts';

/** The keys that open, or may open, the data of a resource or of the one that it is in. */
export function openKeys(model: AccessModel, resource: string): readonly KeyAccess[] {
  const open = ownerIn(model.resources.keys, resource);
  const known = open === undefined ? undefined : model.resources.keys.get(open);
  if (known !== undefined) return [known];
  const bare = ownerIn(model.resources.bare, resource);
  const rule = bare === undefined ? undefined : keyRuleOf(parseResourceId(bare)?.type ?? '');
  if (bare === undefined || rule === undefined) return [];
  return [{ id: bare, setting: `${rule.property} was not seen`, actions: rule.actions }];
}
