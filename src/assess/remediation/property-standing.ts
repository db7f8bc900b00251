import { fold } from '../../kernel/index.ts';
import type { PropertyPath } from './property-change.ts';

/** What a property is to its resource, which decides how freely it may be changed. */
export interface Standing {
  /** The first name of the path, folded. */
  readonly root: string;
  /** It is never changed: another id or type is another resource, and some things Azure writes itself. */
  readonly isFixed: boolean;
  /** It makes the resource that one: its name, location or kind. */
  readonly isIdentity: boolean;
  /** It may be changed, not removed. */
  readonly isNeeded: boolean;
  /** The word by which it says what kind of thing the resource, or a member of it, is. */
  readonly kind: string | undefined;
}

const fixed: ReadonlySet<string> = new Set(['id', 'type', 'apiversion', 'systemdata', 'managedby']);

/** What Azure itself writes. */
const written: ReadonlySet<string> = new Set(['provisioningstate', 'createdtime', 'uniqueid']);

const identifying: ReadonlySet<string> = new Set(['name', 'location', 'kind']);

/** What says which kind of thing it is: to change that would take it out of the policy's sight rather than put it right. */
const classifying: ReadonlySet<string> = new Set([
  'sku',
  'plan',
  'tier',
  'family',
  'publisher',
  'offer',
  'kind',
  'vmsize',
  'createmode',
  'principaltype',
  'requesttype',
  'connectiontype',
]);

/** What a thing is nothing without: it has to be another, or to go as a whole. */
const indispensable: ReadonlySet<string> = new Set([
  'roledefinitionid',
  'principalid',
  'startipaddress',
  'endipaddress',
  'addressprefix',
  'image',
  'subject',
  'issuer',
]);

/** Whether a path says which kind of thing the resource, or a member of it, is. */
function classifies(path: PropertyPath): string | undefined {
  const names = path.filter((step) => typeof step === 'string').map(fold);
  const found = names.find((name) => classifying.has(name));
  if (found !== undefined) return found;
  const last = names.at(-1) ?? '';
  return (last === 'name' && path.length > 1) || (last === 'type' && path.length === 2) ? last : undefined;
}

/** What the property at a path is to its resource. A resource that is not there yet may get any name, place and kind. */
export function standingOf(path: PropertyPath, isNew: boolean): Standing {
  const root = typeof path[0] === 'string' ? fold(path[0]) : '';
  const last = typeof path.at(-1) === 'string' ? fold(String(path.at(-1))) : '';
  const isWhole = path.length === 1;
  const isInMember = path.some((step) => typeof step === 'number');
  const isWritten = !isNew && !isInMember && written.has(last);
  const isIdentity = !isNew && isWhole && identifying.has(root);
  const kind = isNew ? undefined : classifies(path);
  return {
    root,
    isFixed: root === '' || fixed.has(root) || (isWhole && root === 'properties') || isWritten,
    isIdentity,
    isNeeded: isIdentity || kind !== undefined || indispensable.has(last),
    kind,
  };
}
