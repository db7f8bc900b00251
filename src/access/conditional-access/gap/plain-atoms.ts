import {
  authenticationFlows,
  clientApps,
  insiderRiskLevels,
  platforms,
  riskLevels,
  type SignIn,
} from '../sign-in/sign-in.ts';
import type { Atom, Dimension } from './atom.ts';

/** The dimensions whose values are the same in every tenant, each with the ordinary value first. */
export const plainDimensions = {
  clientApp: plain('clientApp', clientApps),
  platform: plain('platform', platforms),
  signInRisk: plain('signInRisk', riskLevels),
  userRisk: plain('userRisk', riskLevels),
  insiderRisk: plain('insiderRisk', insiderRiskLevels),
  flow: plain('flow', authenticationFlows),
} as const;

function plain<Name extends 'clientApp' | 'platform' | 'signInRisk' | 'userRisk' | 'insiderRisk' | 'flow'>(
  name: Name,
  values: readonly NonNullable<SignIn[Name]>[],
): Dimension {
  const atoms = values.map(
    (value, index): Atom => ({
      label: `${titleOf(name)}${value}`,
      facts: { [name]: value },
      distance: index === 0 ? 0 : 1,
    }),
  );
  return { name, atoms };
}

/** The names of risks say what they are of; other values speak for themselves. */
function titleOf(name: keyof SignIn): string {
  switch (name) {
    case 'signInRisk':
      return 'sign-in risk ';
    case 'userRisk':
      return 'user risk ';
    case 'insiderRisk':
      return 'insider risk ';
    default:
      return '';
  }
}
