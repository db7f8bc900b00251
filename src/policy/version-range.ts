/**
 * Whether a definition's version is in a range such as `1.*.*`, `1.2.*` or `3.*.*-preview`
 * (articles/governance/policy/concepts/assignment-structure.md#policy-definition-id-and-version).
 */
export function isInRange(version: string, range: string): boolean {
  const [wanted, wantedLabel = ''] = splitLabel(range);
  const [actual, actualLabel = ''] = splitLabel(version);
  // A deprecated version is still the one that its range means; a preview is asked for by name.
  if (wantedLabel.toLowerCase() !== actualLabel.toLowerCase().replace('deprecated', '')) return false;
  const parts = actual.split('.');
  return wanted.split('.').every((part, index) => part === '*' || part === parts[index]);
}

function splitLabel(text: string): [string, string?] {
  const dash = text.indexOf('-');
  return dash === -1 ? [text] : [text.slice(0, dash), text.slice(dash + 1)];
}
