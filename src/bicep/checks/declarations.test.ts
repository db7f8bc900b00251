import { describe, it } from 'vitest';
import { expectErrors, expectValid } from './checked.case.ts';

const resource = (body: string) => `resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  ${body}\n}\n`;

describe('decorators', () => {
  it.each([
    ['@«minLenght»(1)\nparam a string', 'LG7201 BCP057'],
    ["@«concat»('a')\nparam a string", 'LG7225 BCP152'],
    ['@«secure»\nparam a string', 'LG7203 BCP063'],
    ['@«a»\nparam a string', 'LG7271 BCP141'],
    ['@«secure»()\nvar a = 1', 'LG7225 BCP126'],
    ["@sys.«allowed»(['b'])\noutput a string = 'b'", 'LG7225 BCP129'],
    ['@«minValue»(1)\nmetadata a = 1', 'LG7225 BCP269'],
    [`@«export»()\n${resource('')}`, 'LG7225 BCP127'],
    ['«@secure()»\nparam a int', 'LG7226 BCP124'],
    ['«@minValue(1)»\nparam a string', 'LG7226 BCP124'],
    ['«@maxLength(1)»\noutput a object = {}', 'LG7226 BCP124'],
    ['«@minLength(1)»\n«@minLength(2)»\nparam a string', 'LG7227 BCP166'],
    ['@minLength«()»\nparam a string', 'LG7209 BCP071'],
    ["@minLength(«'a'»)\nparam a string", 'LG7210 BCP070'],
    ['@maxLength(«-1»)\nparam a string', 'LG7228 BCP168'],
    ['@allowed(«[]»)\nparam a string', 'LG7228 BCP099'],
    ['@allowed([\n  1\n  «true»\n])\nparam a int', 'LG7219 BCP034'],
    [`«@batchSize(1)»\n${resource('')}`, 'LG7262 BCP155'],
    ["@batchSize(«0»)\nresource a 'B/c@2020-01-01' = [for i in [1]: {\n  name: 'a${i}'\n}]", 'LG7228 BCP154'],
    ["@description(«'a${b}'»)\nparam c string\nvar b = 1", 'LG7276 BCP032'],
    ['@maxLength(«1 + 2»)\nparam b string', 'LG7276 BCP032'],
    ['param b string\nmetadata a = {\n  c: «b»\n}', 'LG7276 BCP032'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    "@sys.description('a')\n@secure()\nparam a string\n@minValue(-5)\nparam b int?",
    "import { t } from './t.bicep'\n@minLength(1)\nparam a t\n@allowed(['x'])\nparam b array",
    "type t = {\n  @maxLength(3)\n  a: string\n  @sys.allowed(['b'])\n  c: string\n}",
    "@batchSize(2)\nmodule a './t.bicep' = [for i in [1]: {\n  name: 'a${i}'\n}]",
  ])('%j is right', (text) => {
    expectValid(text, { 't.bicep': '@export()\ntype t = string' });
  });
});

describe('unions', () => {
  it.each([
    ["type t = «'a' | 1»", 'LG7253 BCP294'],
    ['type t = «string» | «int»', 'LG7252 BCP293'],
    ["type a = { k: string }\ntype t = 'a' | «a»", 'LG7252 BCP293'],
    ["«@discriminator('k')»\ntype t = { k: 'a' }", 'LG7273 BCP363'],
    ["@discriminator('k')\ntype t = { k: 'a' } | «{ l: 'b' }»", 'LG7274 BCP364'],
    ["@discriminator('k')\ntype t = { k: 'a' } | «{ k: 'A', l: int }»", 'LG7275 BCP365'],
    ["@discriminator('k')\ntype t = { k: 'a' } | «'b'»", 'LG7278 BCP286'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    "type t = 'a' | 'b' | null\ntype u = (t | 'c')?\ntype n = -1 | 2",
    "type a = { k: 'a', v: string }\ntype b = { k: 'b', v: int }\n@discriminator('k')\ntype t = (a | b)?",
    "type t = ('a' | { b: 'c' } | [1, 2])[]",
  ])('%j is right', (text) => {
    expectValid(text);
  });
});

describe('resources', () => {
  it.each([
    ["resource a «'B/c'» = {\n  name: 'a'\n}", 'LG7243 BCP029'],
    ["resource a «'c'» = {\n  name: 'a'\n}", 'LG7243 BCP029'],
    ["param v string\nresource a «'B/c@${v}'» = {\n  name: 'a'\n}", 'LG7245 BCP047'],
    [resource("resource b «'c/d'» = {\n    name: 'b'\n  }"), 'LG7244 BCP156'],
    ["resource «a» 'B/c@2020-01-01' = {\n  properties: {}\n}", 'LG7247 BCP035'],
    ["resource a 'B/c@2020-01-01' = {\n  name: «1»\n}", 'LG7220 BCP036'],
    ["resource a 'B/c/d@2020-01-01' = {\n  name: «'x'»\n}", 'LG7264 BCP169'],
    ["param n string\nresource a 'B/c@2020-01-01' = {\n  name: «'${n}/x'»\n}", 'LG7264 BCP169'],
    [`${resource('')}resource b 'B/c/d@2020-01-01' = {\n  parent: a\n  name: «'a/b'»\n}`, 'LG7248 BCP170'],
    [`${resource('')}resource b 'B/x/d@2020-01-01' = {\n  parent: «a»\n  name: 'b'\n}`, 'LG7265 BCP036'],
    ["resource b 'B/c/d@2020-01-01' = {\n  parent: «'x'»\n  name: 'b'\n}", 'LG7250 BCP240'],
    [
      "resource b 'B/c/d@2020-01-01' = {\n  parent: ««any('x')»»\n  name: 'b'\n}",
      'LG7250 BCP240, LG7277 BCP176',
    ],
    ["resource a 'B/c@2020-01-01' existing = {\n  name: 'a'\n  «location»: 'b'\n}", 'LG7246 BCP173'],
    [resource("«id»: 'b'"), 'LG7263 BCP073'],
    [resource("dependsOn: [\n    «'b'»\n    «any('c')»\n  ]"), 'LG7219 BCP034, LG7277 BCP176'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    "param n string\nresource a 'B/c/d@2020-01-01' = {\n  name: n\n}",
    `${resource("resource b 'd' = {\n    name: 'b'\n  }")}resource e 'B/c/d@2020-01-01' = {\n  parent: a\n  name: 'e'\n}`,
    "param p object\nresource a 'B/c@2020-01-01' = {\n  ...p\n}",
    "extension kubernetes with {\n  namespace: 'a'\n} as k8s\nresource a 'core/Service@v1' = {\n  metadata: {}\n}",
    "extension microsoftGraph\nresource a 'Microsoft.Graph/oauth2PermissionGrants@v1.0' = {\n  scope: 'Read.All'\n  id: 'b'\n}",
  ])('%j is right', (text) => {
    expectValid(text);
  });
});

describe('imports and exports', () => {
  it.each([
    ["import { «b» } from './t.bicep'", 'LG7251 BCP360'],
    ["import { a as b } from «'../${c}'»\nvar c = 1", 'LG7245 BCP092'],
    ["import * as t from «''»", 'LG7242 BCP050'],
    ['param p string\n«@export()»\nvar a = p', 'LG7269 BCP372'],
    [
      "resource r 'B/c@2020-01-01' existing = {\n  name: 'r'\n}\nvar b = r.id\n«@export()»\nvar a = { c: b }",
      'LG7269 BCP372',
    ],
  ])('%j', (marked, code) => {
    expectErrors(marked, code, { 't.bicep': '@export()\nvar a = 1\nvar b = 1' });
  });

  it.each([
    "import { a } from './t.bicep'\nimport * as all from './t.bicep'\nvar b = all.a",
    "import { whatever } from './missing.bicep'\nvar b = whatever",
    '@export()\nvar a = [for i in range(0, 3): i]',
  ])('%j is right', (text) => {
    expectValid(text, { 't.bicep': '@export()\nvar a = 1' });
  });
});

describe('names that differ by case alone', () => {
  it.each([
    ['param «tags» object\nparam «Tags» object', 'LG7279 BCP353'],
    ['output «a» int = 1\noutput «A» int = 1', 'LG7279 BCP353'],
    ['type t = {\n  «a»: int\n  «A»: int\n}', 'LG7279 BCP353'],
  ])('%j', (marked, code) => {
    expectErrors(marked, code);
  });

  it('may be those of different things', () => {
    expectValid('param a string\nvar A = a\noutput a string = A');
  });
});
