import { formatPlace, type Grant, type GrantChange } from '../kernel/index.ts';
import { originText } from './finding-text.ts';
import { plainText } from './plain-text.ts';

const changeWords: Readonly<Record<GrantChange, string>> = {
  new: 'new: it has nothing of this today',
  wider: 'wider than what it has today',
  held: 'it can do all of this today',
  unknown: 'what it can do today is not known',
};

/** What else is to be said of a grant, on one line; empty where there is nothing. */
export function grantDetails(grant: Grant, verbose = false): string {
  const { change, role, unknownBecause, principal, resource } = grant;
  return [
    role === '' ? '' : `role ${role}`,
    change === undefined ? '' : changeWords[change],
    ...unknownBecause,
    ...(verbose ? [principal.id ?? '', `by ${resource.name} (${resource.type})`, grant.fingerprint] : []),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** All that is known of a grant, for whoever asks about one. */
export function grantText(grant: Grant): string {
  const { principal, scope, resource } = grant;
  const lines = [
    grant.text,
    `  severity    ${grant.severity}`,
    `  stated at   ${formatPlace(grant.place)}`,
    ...grant.origins.flatMap((origin) => originText(origin) ?? []).map((text) => `              ${text}`),
    `  by          ${resource.name} (${resource.type})`,
    `  to          ${principal.text}${principal.id === undefined ? '' : ` ${principal.id}`}`,
    ...principal.usedBy.map((user) => `  used by     ${user}`),
    ...(grant.role === '' ? [] : [`  role        ${grant.role}`]),
    `  at          ${scope.id}`,
    ...grant.abilities.map((ability) => `  can         ${ability}`),
    ...(grant.condition === undefined ? [] : [`  condition   ${grant.condition}`]),
    ...(grant.change === undefined ? [] : [`  today       ${changeWords[grant.change]}`]),
    ...grant.unknownBecause.map((cause) => `  not known   ${cause}`),
  ];
  return `${lines.map(plainText).join('\n')}\n`;
}
