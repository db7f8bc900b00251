import { type Finding, formatPlace, type Origin } from '../kernel/index.ts';
import { outcomeOf } from './outcome.ts';
import { plainText } from './plain-text.ts';

/** The resource as `name (type)`. */
export function resourceText(finding: Finding): string {
  return plainText(`${finding.resource.name} (${finding.resource.type})`);
}

/** The policy's name for people. */
export function policyText(finding: Finding): string {
  return plainText(finding.policy.displayName || finding.policy.name || finding.policy.id);
}

/** One sentence: what is wrong, or why it could not be decided. */
export function sentenceOf(finding: Finding): string {
  if (outcomeOf(finding) === 'undecided' && finding.unknownBecause.length > 0) {
    return plainText(`because ${finding.unknownBecause.join('; ')}`);
  }
  return plainText(finding.message);
}

/** What an origin is called in a sentence; nothing for a literal, whose place says it all. */
const originWords: Readonly<Record<Origin['kind'], string | undefined>> = {
  literal: undefined,
  expression: undefined,
  parameter: 'parameter',
  default: 'the default of parameter',
  variable: 'variable',
  'loaded-file': 'file',
  'nested-template': 'nested template',
  'linked-template': 'linked template',
  output: 'output',
};

/** `parameter publicAccess`; `undefined` for an origin without a name. */
export function originName(origin: Origin): string | undefined {
  const word = originWords[origin.kind];
  return word === undefined ? undefined : plainText(`${word} ${origin.name}`.trimEnd());
}

/** `from parameter publicAccess (infra/a.parameters.json:12:20)`; `undefined` for an origin without a name. */
export function originText(origin: Origin): string | undefined {
  const name = originName(origin);
  return name === undefined ? undefined : `from ${name} (${plainText(formatPlace(origin.place))})`;
}

/** The origin that has the say: the last one that has a name, where the value is written. */
export function owningOrigin(finding: Finding): Origin | undefined {
  return finding.origins.findLast((origin) => originName(origin) !== undefined);
}
