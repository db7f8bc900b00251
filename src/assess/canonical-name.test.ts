import { describe, expect, it } from 'vitest';
import { canonicalName } from './canonical-name.ts';

describe('the canonical form of a name', () => {
  it.each([
    ["[concat(parameters('p'), '-x')]", "[format('{0}-x', parameters('p'))]"],
    ["[concat('a', concat('b', variables('v')))]", "[format('ab{0}', variables('v'))]"],
    [
      "[format('{0}{1}', 'st', uniqueString(resourceGroup().id))]",
      "[concat('st', uniqueString(resourceGroup()['id']))]",
    ],
    ["[toLower(concat('A', parameters('p')))]", "[TOLOWER(format('a{0}', parameters('P')))]"],
    ["[parameters('p')[copyIndex('accounts')].name]", "[parameters('p')[copyIndex('storage')].name]"],
    ['Storage', 'storage'],
  ])('%s is %s', (one, other) => {
    expect(canonicalName(one)).toBe(canonicalName(other));
  });

  it.each([
    ["[concat(parameters('p'), '-x')]", "[concat(parameters('p'), '-y')]"],
    ["[concat(parameters('p'), '-x')]", "[concat('-x', parameters('p'))]"],
    ["[format('{0:D2}', parameters('p'))]", "[format('{0}', parameters('p'))]"],
    ["[parameters('p')[0]]", "[parameters('p')[1]]"],
    ["[concat('a', 'b')]", "[toLower('ab')]"],
  ])('%s is not %s', (one, other) => {
    expect(canonicalName(one)).not.toBe(canonicalName(other));
  });

  it('leaves what is no expression', () => {
    expect(canonicalName('[concat(')).toBe('[concat(');
    expect(canonicalName('{0}')).toBe('{0}');
  });
});
