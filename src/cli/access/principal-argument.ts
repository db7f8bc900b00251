import type { AccessModel } from '../../access/index.ts';
import { suggest } from '../../kernel/index.ts';
import { UsageError } from '../usage-error.ts';

const shownMax = 10;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The object id that somebody means by an id, user principal name, display name, application id or the id of a managed identity's resource. An id that
 * nothing names is taken as it is. Throws UsageError for a name that nobody has, or more than one.
 */
export function principalArgument(model: AccessModel, text: string): string {
  const positions = model.principals.named(text);
  const [position] = positions;
  if (positions.length > 1) {
    const shown = positions.slice(0, shownMax).map((one) => {
      const { id, kind, userPrincipalName } = model.principals.at(one);
      return `${id} (${kind}${userPrincipalName === undefined ? '' : ` ${userPrincipalName}`})`;
    });
    const more = positions.length > shownMax ? ` and ${positions.length - shownMax} more` : '';
    throw new UsageError(
      `${positions.length} principals are called \`${text}\`; name one by its id: ${shown.join(', ')}${more}`,
    );
  }
  if (position !== undefined) return model.principals.at(position).id;
  if (guid.test(text.trim())) return text.trim();
  const names = model.principals.all.flatMap(({ name, userPrincipalName = name }) => [
    name,
    userPrincipalName,
  ]);
  const advice = suggest(
    text,
    names.slice(0, namesMax),
    'take an object id, a user principal name, a display name or an application id',
  );
  throw new UsageError(`no principal of the estate is called \`${text}\`; ${advice}`);
}

/** Names that are compared for a suggestion. */
const namesMax = 20_000;
