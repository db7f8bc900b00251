const anything = -1;
const anyOne = -2;

/**
 * Whether a text is like a pattern in which `*` stands for any characters, `?` for one, and `\*` and `\?` for themselves
 * (articles/role-based-access-control/conditions-format.md#stringlike). At a mismatch only the last `*` takes one character more, so the
 * time is bounded by the product of the two lengths.
 */
export function isLike(text: string, pattern: string): boolean {
  const units = unitsOf(pattern);
  let at = 0;
  let unit = 0;
  let starUnit = -1;
  let starAt = 0;
  while (at < text.length) {
    if (unit < units.length && units[unit] === anything) {
      starUnit = unit++;
      starAt = at;
    } else if (unit < units.length && (units[unit] === anyOne || units[unit] === text.charCodeAt(at))) {
      unit++;
      at++;
    } else if (starUnit !== -1) {
      unit = starUnit + 1;
      at = ++starAt;
    } else return false;
  }
  while (units[unit] === anything) unit++;
  return unit === units.length;
}

function unitsOf(pattern: string): number[] {
  const units: number[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    const next = pattern[at + 1];
    if (char === '\\' && (next === '*' || next === '?')) units.push(pattern.charCodeAt(++at));
    else if (char === '*') units.push(anything);
    else if (char === '?') units.push(anyOne);
    else units.push(pattern.charCodeAt(at));
  }
  return units;
}
