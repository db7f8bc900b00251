import { isObject, type Value } from '../../kernel/index.ts';
import type { AuthenticationStrength } from '../conditional-access/index.ts';

/** An authentication strength of the tenant's own (graph/api/resources/authenticationstrengthpolicy); `undefined` when it has no id. */
export function strengthOf(body: Value): AuthenticationStrength | undefined {
  if (!isObject(body) || typeof body.id !== 'string') return undefined;
  const { id, displayName, allowedCombinations } = body;
  return {
    id,
    displayName: typeof displayName === 'string' ? displayName : '',
    allowedCombinations: Array.isArray(allowedCombinations)
      ? allowedCombinations.filter((one) => typeof one === 'string')
      : [],
  };
}

/** One way to authenticate as a strength: `fido2`, or a combination such as `password,microsoftAuthenticatorPush`. */
export function strengthOfMethod(method: string): AuthenticationStrength {
  return { id: `method:${method}`, displayName: method, allowedCombinations: [method.replaceAll(' ', '')] };
}
