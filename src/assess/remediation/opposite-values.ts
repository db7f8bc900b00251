import { fold, type Value } from '../../kernel/index.ts';

/** Words of Azure's APIs that come in pairs; the first of a row of more is replaced by the others, in their order. */
const pairs: readonly (readonly [string, ...string[]])[] = [
  ['enabled', 'Disabled'],
  ['disabled', 'Enabled'],
  ['enable', 'Disable'],
  ['disable', 'Enable'],
  ['allow', 'Deny'],
  ['deny', 'Allow'],
  ['on', 'Off'],
  ['off', 'On'],
  ['yes', 'No'],
  ['no', 'Yes'],
  ['true', 'False'],
  ['false', 'True'],
  ['public', 'Private'],
  ['http', 'Https'],
  ['optional', 'Required'],
  ['allallowed', 'FtpsOnly', 'Disabled'],
  ['tls1_0', 'TLS1_2'],
  ['tls1_1', 'TLS1_2'],
  ['tls10', 'TLS12'],
  ['tls11', 'TLS12'],
  ['free', 'Standard'],
  ['basic', 'Standard'],
  ['standard', 'Premium'],
  ['standard_azurefrontdoor', 'Premium_AzureFrontDoor'],
  ['tlsenforcementdisabled', 'TLS1_2'],
  ['1.0', '1.2'],
  ['1.1', '1.2'],
];

const opposites: ReadonlyMap<string, readonly string[]> = new Map(
  pairs.map(([word, ...others]) => [word, others]),
);

/** The well-known opposites of a value, spelled as the value is: `disabled` for `enabled`, `DENY` for `ALLOW`; empty where there is none. */
export function oppositeValues(value: Value): Value[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return [];
  return (opposites.get(fold(value)) ?? []).map((word) => spelledLike(word, value));
}

function spelledLike(word: string, model: string): string {
  if (model === model.toLowerCase() && model !== model.toUpperCase()) return word.toLowerCase();
  return model.length > 1 && model === model.toUpperCase() && /^[A-Z]+$/.test(model)
    ? word.toUpperCase()
    : word;
}
