import { describe, it } from 'vitest';
import { expectErrors, expectValid } from './checked.case.ts';

const files = {
  'm.bicep':
    "param name string\nparam size int = 1\nparam tags object?\n@secure()\nparam secret string = ''\noutput id string = name",
  'sub.bicep': "targetScope = 'subscription'",
  'mg.bicep': "targetScope = 'managementGroup'",
  'tenant.bicep': "targetScope = 'tenant'",
  'rg.bicep': '',
};

describe('modules', () => {
  it.each([
    ["module «a» './m.bicep' = {\n  name: 'a'\n}", 'LG7239 BCP035'],
    ["module a './m.bicep' = {\n  «params»: {\n    size: 1\n  }\n}", 'LG7239 BCP035'],
    ["module a './m.bicep' = {\n  params: {\n    name: 'a'\n    «sise»: 1\n  }\n}", 'LG7240 BCP089'],
    ["module a './m.bicep' = {\n  params: {\n    name: 'a'\n    «colour»: 1\n  }\n}", 'LG7240 BCP037'],
    ["module a './m.bicep' = {\n  params: {\n    name: «1»\n    size: «'b'»\n  }\n}", 'LG7220 BCP036'],
    ["module a './rg.bicep' = {\n  «location»: 'b'\n}", 'LG7240 BCP037'],
    ["module a './rg.bicep' = {\n  «outputs»: {}\n}", 'LG7263 BCP073'],
    [
      "module a './m.bicep' = {\n  params: {\n    name: 'a'\n  }\n}\nvar b = a.outputs.«ids»",
      'LG7222 BCP083',
    ],
    [
      "module a './m.bicep' = {\n  params: {\n    name: 'a'\n  }\n}\nvar b = a.outputs.«colour»",
      'LG7222 BCP053',
    ],
    ["module a './m.bicep' = {\n  params: {\n    name: 'a'\n  }\n}\nvar b = a.«properties»", 'LG7222 BCP053'],
    ["module a «''» = {}", 'LG7242 BCP050'],
    ["module a «'/m.bicep'» = {}", 'LG7242 BCP051'],
    ["module a «'x\\\\m.bicep'» = {}", 'LG7242 BCP098'],
    ["module a «'x|m.bicep'» = {}", 'LG7242 BCP085'],
    ["param p string\nmodule a «'${p}.bicep'» = {}", 'LG7245 BCP092'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code, files);
  });

  it.each([
    "module a './m.bicep' = {\n  name: 'a'\n  params: {\n    name: 'a'\n    tags: null\n  }\n}\noutput b string = a.outputs.id",
    "param p object\nmodule a './m.bicep' = {\n  params: {\n    ...p\n  }\n}\nmodule b './m.bicep' = {\n  params: p\n}",
    "module a './missing.bicep' = {\n  params: {\n    x: 1\n  }\n  scope: subscription()\n}\noutput b string = a.outputs.y",
    "module a 'br/public:avm/res/x/y:1.0.0' = {\n  params: {\n    x: 1\n  }\n}\noutput b string = a.outputs.y",
  ])('%j is right', (text) => {
    expectValid(text, files);
  });
});

describe('scopes', () => {
  it.each([
    ["module «a» './sub.bicep' = {}", 'LG7266 BCP035'],
    ["module a './sub.bicep' = {\n  scope: «resourceGroup()»\n}", 'LG7241 BCP134'],
    ["module a './rg.bicep' = {\n  scope: «'b'»\n}", 'LG7220 BCP036'],
    ["module a './rg.bicep' = {\n  scope: «any('b')»\n}", 'LG7277 BCP176'],
    ["module a './rg.bicep' = {}\nmodule b './rg.bicep' = {\n  scope: «a»\n}", 'LG7241 BCP134'],
    ["module a './mg.bicep' = {\n  scope: «managementGroup('b')»\n}", 'LG7267 BCP116'],
    ["targetScope = 'tenant'\nmodule a './rg.bicep' = {\n  scope: «resourceGroup('b')»\n}", 'LG7267 BCP113'],
    [
      "targetScope = 'subscription'\nmodule a './mg.bicep' = {\n  scope: managementGroup«()»\n}",
      'LG7209 BCP071',
    ],
    ["resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  scope: «subscription()»\n}", 'LG7268 BCP139'],
    ["resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  scope: «resourceGroup('b')»\n}", 'LG7268 BCP139'],
    [
      "resource a 'B/c@2020-01-01' = {\n  name: 'a'\n}\nresource b 'B/c/d@2020-01-01' = {\n  name: 'b'\n  parent: a\n  scope: «resourceGroup()»\n}",
      'LG7249 BCP164',
    ],
  ])('%j', (marked, code) => {
    expectErrors(marked, code, files);
  });

  it.each([
    "module a './sub.bicep' = {\n  scope: subscription()\n}\nmodule b './sub.bicep' = {\n  scope: subscription('c')\n}",
    "param p string\nmodule a './rg.bicep' = {\n  scope: az.resourceGroup(p, 'b')\n}\nmodule t './tenant.bicep' = {\n  scope: tenant()\n}",
    "targetScope = 'subscription'\nresource g 'Microsoft.Resources/resourceGroups@2024-03-01' = {\n  name: 'g'\n  location: 'b'\n}\nmodule a './rg.bicep' = {\n  scope: g\n}",
    "resource a 'B/c@2020-01-01' existing = {\n  name: 'a'\n  scope: subscription('x')\n}\nresource l 'Microsoft.Authorization/locks@2020-05-01' = {\n  name: 'l'\n  scope: a\n}",
  ])('%j is right', (text) => {
    expectValid(text, files);
  });
});

const account = "resource s 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 's'\n}\n";
const accounts =
  "resource s 'Microsoft.Storage/storageAccounts@2023-01-01' = [for i in [0, 1]: {\n  name: 's${i}'\n}]\n";

describe('values that are there only while the deployment runs', () => {
  it.each([
    [`${account}resource b 'B/c@2020-01-01' = {\n  name: «s.location»\n}`, 'LG7236 BCP120'],
    [
      `${account}resource b 'B/c@2020-01-01' = {\n  name: 'b'\n  tags: {\n    a: «s.tags».x\n  }\n}`,
      'LG7236 BCP120',
    ],
    [`${account}var v = s.properties.x\nresource b 'B/c@2020-01-01' = {\n  name: «v»\n}`, 'LG7236 BCP120'],
    [`${account}resource b 'B/c@2020-01-01' = if («s.properties».x == 1) {\n  name: 'b'\n}`, 'LG7236 BCP177'],
    [`${account}var v = [for x in «s.properties».list: x]`, 'LG7236 BCP178'],
    [`${account}var v = [for x in [1]: «s.properties».list]`, 'LG7236 BCP182'],
    [`${account}var v = [for x in [1]: «s»]`, 'LG7236 BCP182'],
    [`${account}var v = [for x in [1]: «s.listKeys()».keys]`, 'LG7236 BCP182'],
    [`${account}param k string\nvar v = [for x in [1]: «s[k]»]`, 'LG7236 BCP182'],
    [`${account}var v = [for x in [1]: «s[true ? 'id' : 'kind']»]`, 'LG7236 BCP182'],
    [`${accounts}var v = [for x in [1]: «s»[x]]`, 'LG7236 BCP182'],
    [`${account}func f() string => «s.properties».x`, 'LG7236 BCP341'],
    [`${account}var v = reference(«s.properties».x, '2020-01-01')`, 'LG7236 BCP181'],
    [
      "module m './m.bicep' = {\n  params: {\n    name: 'm'\n  }\n}\nmodule n './rg.bicep' = {\n  name: «m.outputs».id\n}",
      'LG7236 BCP120',
    ],
    [`${account}param p string = «s».id`, 'LG7237 BCP072'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code, files);
  });

  it.each([
    `${account}resource b 'B/c@2020-01-01' = {\n  name: s.name\n  properties: {\n    x: s.properties.y\n  }\n}`,
    `${account}var v = [for x in [1]: '\${s.id}-\${s['name']}-\${s[first(['id', 'kind'])]}']`,
    `${accounts}var v = [for x in [0, 1]: s[x].id]\noutput o array = [for x in [0, 1]: s[x].properties.y]`,
    `${account}var v = nameof(s)\nvar w = [for x in [1]: nameof(s.properties)]`,
    "resource k 'core/Service@v1' = {\n  metadata: {\n    name: 'k'\n  }\n}\nvar v = [for x in [1]: k.metadata.name]",
    `${account}resource e 'B/c@2020-01-01' existing = {\n  name: s.properties.x\n}`,
  ])('%j is right', (text) => {
    expectValid(text, files);
  });
});

describe('loops and lambdas', () => {
  it.each([
    ['var a = { b: [«[for i in [1]: i]»] }', 'LG7102 BCP138'],
    ['var a = concat([1], «[for i in [1]: i]»)', 'LG7102 BCP138'],
    [
      "resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  properties: {\n    x: [for i in [1]: {\n      y: «[for j in [1]: j]»\n    }]\n  }\n}",
      'LG7229 BCP142',
    ],
    [
      "param k string\nresource a 'B/c@2020-01-01' = {\n  name: 'a'\n  properties: {\n    «'${k}'»: [for i in [1]: i]\n  }\n}",
      'LG7230 BCP143',
    ],
    [
      "resource a 'B/c@2020-01-01' = [for i in [1]: {\n  name: 'a${i}'\n  «resource b 'd' = {\n    name: 'b'\n  }»\n}]",
      'LG7231 BCP160',
    ],
    [
      `${accounts}resource b 'B/c@2020-01-01' = {\n  name: 'b'\n  location: «««s»»»\n}`,
      'LG7232 BCP144, LG7236 BCP120',
    ],
    ['var a = «x => x»', 'LG7233 BCP242'],
    ['var a = map([1], true ? «x => x» : «y => y»)', 'LG7233 BCP242'],
    ['var a = map([1], «() => 1»)', 'LG7260 BCP070'],
    ['var a = sort([1], «x => true»)', 'LG7260 BCP070'],
    [`${accounts}output a array = map([0, 1], x => s[«x»].properties.y)`, 'LG7234 BCP247'],
    ["var a = map(['b'], x => loadTextContent(«x»))", 'LG7235 BCP248'],
  ])('%j', (marked, code) => {
    expectErrors(marked.replace('«««s»»»', '««s»»'), code);
  });

  it.each(['var a = { b: [for i in [1]: i] }', 'var a = [for i in [1]: [for j in [2]: j]]'])(
    'does not allow %j',
    (text) => {
      expectErrors(
        text.replace(/\[for (?=[ij] in \[[12]\]: [ij]\])/, '«$&').replace(/: ([ij]\])/, ': $1»'),
        'LG7102 BCP138',
      );
    },
  );

  it.each([
    `${accounts}output a array = [for (x, i) in [0, 1]: s[i].id]\noutput b array = s\nvar c = s`,
    "resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  dependsOn: s\n  properties: {\n    x: [for i in [1]: {\n      y: map([1], j => j)\n    }]\n  }\n}\n" +
      accounts,
    'var a = reduce([1], 0, (x, y) => x + y)\nvar b = toObject([1], x => string(x), x => x)',
  ])('%j is right', (text) => {
    expectValid(text);
  });
});

describe('secrets of a vault', () => {
  const vault = "resource v 'Microsoft.KeyVault/vaults@2023-07-01' existing = {\n  name: 'v'\n}\n";

  it.each([
    [`${vault}var a = «v.getSecret('b')»`, 'LG7270 BCP180'],
    [
      `${vault}module m './m.bicep' = {\n  params: {\n    name: 'm'\n    size: «v.getSecret('b')»\n  }\n}`,
      'LG7270 BCP180',
    ],
    [
      `${vault}module m './m.bicep' = {\n  params: {\n    name: 'm'\n    secret: 'x\${«v.getSecret('b')»}'\n  }\n}`,
      'LG7270 BCP180',
    ],
  ])('%j', (marked, code) => {
    expectErrors(marked, code, files);
  });

  it('can be handed to a secure parameter, on a condition too', () => {
    const call = "true ? v.getSecret('b') : v.getSecret('c', 'version')";
    expectValid(
      `${vault}module m './m.bicep' = {\n  params: {\n    name: 'm'\n    secret: ${call}\n  }\n}`,
      files,
    );
  });
});
