import type { AccessRealm } from '../assignment/index.ts';
import type { ConditionFacts } from '../condition/index.ts';
import type { Plane } from '../role/index.ts';

/** How access is looked at. */
export interface AccessView {
  /** ISO 8601: which assignments are in force. The moment of the export unless stated. */
  readonly at?: string | undefined;
  /** Whether what can be activated counts as if it were. */
  readonly activate?: boolean | undefined;
}

/** Whether an action may be done at a scope or on a resource. */
export interface ActionQuestion extends AccessView {
  readonly action: string;
  /** The id of a resource or scope; of the directory, the scope of a directory role: `/` or `/administrativeUnits/...`. */
  readonly resource: string;
  /** The plane of the action where it is known; otherwise it is what the facts say, or control. */
  readonly plane?: Plane | undefined;
  /** Told by the action unless stated. */
  readonly realm?: AccessRealm | undefined;
  /** What is known for conditions; the names in the resource's id are known anyway. */
  readonly facts?: ConditionFacts | undefined;
}

/** Whether a principal may do an action. */
export interface AccessQuestion extends ActionQuestion {
  /** An object id, user principal name, application id, display name, or the id of the resource of a managed identity. */
  readonly principal: string;
}

/** The realm of an action: permissions of Microsoft Entra ID begin with `microsoft.directory/`. */
export function realmOf({ action, realm }: ActionQuestion): AccessRealm {
  return realm ?? (/^microsoft\.directory\//i.test(action.trim()) ? 'directory' : 'azure');
}
