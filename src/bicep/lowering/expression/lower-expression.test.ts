import { describe, expect, it } from 'vitest';
import { templateOf } from '../types/template.case.ts';

const before = `
param p string
param o object
param list array
param flag bool
param number int
var loop = [for item in list: item]
resource store 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: p
}
resource stores 'Microsoft.Storage/storageAccounts@2023-05-01' existing = [for (name, at) in list: {
  name: '\${name}\${at}'
}]
resource maybe 'Microsoft.Storage/storageAccounts@2023-05-01' = if (flag) {
  name: 'maybe'
  location: p
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
}
func twice(text string) string => '\${text}\${text}'
`;

/** What an output that is this expression has for a value. */
function valueFor(expression: string): unknown {
  const { outputs } = templateOf(`${before}\noutput x object = ${expression}`);
  return (outputs as Record<string, { value: unknown }>).x?.value;
}

describe('an expression', () => {
  it.each([
    // literals stand for themselves
    ["'text'", 'text'],
    ["'[text]'", '[[text]'],
    ["'[text'", '[text'],
    ['42', 42],
    ['-42', -42],
    ['true', true],
    ['null', null],
    ["[1, 'a']", [1, 'a']],
    ["{ a: 1, 'b c': p }", { a: 1, 'b c': "[parameters('p')]" }],
    ['{ copy: 1 }', { "[string('copy')]": 1 }],
    ["{ '${p}-x': 1 }", { "[format('{0}-x', parameters('p'))]": 1 }],
    // inside a call they are functions
    ['concat([1], [true, null])', '[concat(createArray(1), createArray(true(), null()))]'],
    ["union(o, { a: 'it''s' })".replace("''", "\\'"), "[union(parameters('o'), createObject('a', 'it''s'))]"],
    ['string(5000000000)', "[string(json('5000000000'))]"],
    ['string(-5000000000)', "[string(json('-5000000000'))]"],
    // texts
    ["'${p}-${number}'", "[format('{0}-{1}', parameters('p'), parameters('number'))]"],
    ["'{${p}}'", "[format('{{{0}}}', parameters('p'))]"],
    ["'''\na\n'''", 'a\n'],
    // operators
    ['flag && !flag || flag', "[or(and(parameters('flag'), not(parameters('flag'))), parameters('flag'))]"],
    ['number + 1 == 2', "[equals(add(parameters('number'), 1), 2)]"],
    ['number != 1', "[not(equals(parameters('number'), 1))]"],
    ['number - 2 * 3 / 4 % 5', "[sub(parameters('number'), mod(div(mul(2, 3), 4), 5))]"],
    ["p =~ 'A'", "[equals(toLower(parameters('p')), toLower('A'))]"],
    ["p !~ 'A'", "[not(equals(toLower(parameters('p')), toLower('A')))]"],
    ['number < 1', "[less(parameters('number'), 1)]"],
    ['number >= 1', "[greaterOrEquals(parameters('number'), 1)]"],
    ["flag ? p : 'b'", "[if(parameters('flag'), parameters('p'), 'b')]"],
    ['o.?a ?? p', "[coalesce(tryGet(parameters('o'), 'a'), parameters('p'))]"],
    ['-number', "[sub(0, parameters('number'))]"],
    // accesses
    ['o.a.b', "[parameters('o').a.b]"],
    ["o['a b']", "[parameters('o')['a b']]"],
    ["o['a'].b", "[parameters('o').a.b]"],
    ['list[0]', "[parameters('list')[0]]"],
    ['list[number]', "[parameters('list')[parameters('number')]]"],
    ['list[^1]', "[indexFromEnd(parameters('list'), 1)]"],
    ['list[?0].a', "[tryGet(parameters('list'), 0, 'a')]"],
    ['o.?a.b[0]', "[tryGet(parameters('o'), 'a', 'b', 0)]"],
    ['(o.?a).b', "[tryGet(parameters('o'), 'a').b]"],
    ['o.?a!.b', "[tryGet(parameters('o'), 'a', 'b')]"],
    ['o.?a[^1]', "[tryGet(parameters('o'), 'a', createObject('value', 1, 'fromEnd', true()))]"],
    ["'ab'.length", "[string('ab').length]"],
    // spreads
    ['[...list, 1]', "[flatten(createArray(parameters('list'), createArray(1)))]"],
    ['{ ...o, a: 1 }', "[shallowMerge(createArray(parameters('o'), createObject('a', 1)))]"],
    ['[...list]', "[flatten(createArray(parameters('list')))]"],
    // calls
    ["sys.concat('a', p)", "[concat('a', parameters('p'))]"],
    ['az.resourceGroup().location', '[resourceGroup().location]'],
    ['any(p)', "[parameters('p')]"],
    ['nameof(o.a)', 'a'],
    ['nameof(store)', 'store'],
    ["twice('a')", "[__bicep.twice('a')]"],
    ['map(list, one => one.name)', "[map(parameters('list'), lambda('one', lambdaVariables('one').name))]"],
    [
      'reduce(list, 0, (sum, one) => sum + one)',
      "[reduce(parameters('list'), 0, lambda('sum', 'one', add(lambdaVariables('sum'), lambdaVariables('one'))))]",
    ],
    // names
    ['loop[0]', "[variables('loop')[0]]"],
    // resources
    ['store.id', "[resourceId('Microsoft.Storage/storageAccounts', parameters('p'))]"],
    ['store.name', "[parameters('p')]"],
    ['store.type', 'Microsoft.Storage/storageAccounts'],
    ['store.apiVersion', '2023-05-01'],
    ['store.properties.a', "[reference('store').a]"],
    ['store.location', "[reference('store', '2023-05-01', 'full').location]"],
    ['store.?tags', "[tryGet(reference('store', '2023-05-01', 'full'), 'tags')]"],
    ['store!.id', "[resourceId('Microsoft.Storage/storageAccounts', parameters('p'))]"],
    ["store['id']", "[resourceId('Microsoft.Storage/storageAccounts', parameters('p'))]"],
    ['store.listKeys().keys[0].value', "[listKeys('store', '2023-05-01').keys[0].value]"],
    ["store.listKeys('2022-09-01')", "[listKeys('store', '2022-09-01')]"],
    [
      'maybe.?id',
      "[if(parameters('flag'), resourceId('Microsoft.Storage/storageAccounts', 'maybe'), null())]",
    ],
    [
      'maybe.?properties.a',
      "[tryGet(if(parameters('flag'), reference('maybe', '2023-05-01', 'full'), null()), 'properties', 'a')]",
    ],
    [
      'stores[number].id',
      "[resourceId('Microsoft.Storage/storageAccounts', format('{0}{1}', parameters('list')[parameters('number')], parameters('number')))]",
    ],
    ['stores[1].properties.a', "[reference(format('stores[{0}]', 1)).a]"],
    [
      'map(stores, one => one.id)',
      "[map(references('stores', 'full'), lambda('one', lambdaVariables('one').id))]",
    ],
  ])('%s', (expression, expected) => {
    expect(valueFor(expression)).toEqual(expected);
  });
});

describe('what cannot be an expression', () => {
  it.each([
    ['missing', '`missing`, which could not be read'],
    ['store::child', '`store::child`, which could not be read'],
  ])('%s is not known, and says what it is', (expression, what) => {
    expect(valueFor(expression)).toBe(`[landguard.unknown('${what}')]`);
  });
});
