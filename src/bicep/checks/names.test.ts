import { describe, expect, it } from 'vitest';
import { check, expectErrors, expectValid } from './checked.case.ts';

describe('names', () => {
  it.each([
    ['var a = «missing»', 'LG7201 BCP057'],
    ["var location = 'a'\nvar b = «locaton»", 'LG7201 BCP082'],
    ["var a = '${«missing»}-${«other».name}'", 'LG7201 BCP057'],
    ['var a = [for item in [1]: «itm»]', 'LG7201 BCP082'],
    ['var a = «nothing»(1)', 'LG7201 BCP057'],
    ['var a = «uniqeString»(resourceGroup().id)', 'LG7201 BCP082'],
    ['var a = 1\nvar b = «a»(2)', 'LG7202 BCP059'],
    ["var environment = 'a'\nvar b = «environment»().name", 'LG7202 BCP265'],
    ['var a = «concat»', 'LG7203 BCP063'],
    ['func f() int => 1\nvar a = «f»', 'LG7203 BCP063'],
    ['var a = sys.«resourceGroup»().name', 'LG7204 BCP107'],
    ["var a = az.«resourceIds»('a', 'b')", 'LG7204 BCP108'],
    ['type t = string\nvar a = «t»', 'LG7206 BCP288'],
    ['var a = «add»(1, 2)', 'LG7208 BCP069'],
    ['var a = sys.«equals»(1, 2)', 'LG7208 BCP069'],
    ["var a = «if»(true, 'a', 'b')", 'LG7208 BCP100'],
    ["var a = «variables»('b')", 'LG7208 BCP060'],
    ['param a «strng»', 'LG7205 BCP302'],
    ['param a «sys»', 'LG7256 BCP306'],
    ['var a = 1\nparam b «a»', 'LG7257 BCP287'],
    ["resource a 'B/c@2020-01-01' = {\n  name: 'a'\n}\nvar b = a::«c».id", 'LG7255 BCP159'],
    ['var a = 1\nvar b = «a»::c', 'LG7254 BCP158'],
  ])('%s', (marked, code) => {
    expectErrors(marked, code);
  });

  it.each([
    'func f(a int) int => a\nvar b = f(1)',
    'var a = nameof(b)\nparam b string',
    "var a = sys.concat('a', az.resourceGroup().name)",
    'param a sys.string\nvar b = map([1], x => x)',
    "resource a 'B/c@2020-01-01' = {\n  name: 'a'\n  resource d 'e' = {\n    name: 'b'\n  }\n}\nvar b = a::d.id",
    "var keys = listKeys('id', '2020-01-01').keys\nvar more = listAnything('id', '2020-01-01')",
  ])('%s is right', (text) => {
    expectValid(text);
  });

  it('suggests what was meant', () => {
    const found = check("param location string\nvar a = '${lcoation}'").find(({ code }) => code === 'LG7201');
    expect(found?.message).toBe('there is nothing called `lcoation` here (BCP082)');
    expect(found?.advice).toBe('did you mean `location`?');
  });
});

describe('what is there more than once', () => {
  it.each([
    ['var «a» = 1\nparam «a» string', 'LG7211 BCP028'],
    ["import { «a» } from './b.bicep'\nvar «a» = 1", 'LG7211 BCP028'],
    ['output «a» int = 1\noutput «a» int = 2', 'LG7211 BCP145'],
    ["metadata «a» = 'b'\nmetadata «a» = 'c'", 'LG7211 BCP145'],
    ["var a = {\n  «b»: 1\n  «'b'»: 2\n}", 'LG7212 BCP025'],
    ['type t = {\n  «b»: string\n  «b»: int\n}', 'LG7212 BCP025'],
    ['func f(«a» int, «a» int) int => 1', 'LG7211 BCP028'],
    ['var a = [for («i», «i») in [1]: 1]', 'LG7211 BCP028'],
    ["«targetScope» = 'tenant'\n«targetScope» = 'tenant'", 'LG7213 BCP112'],
  ])('%s', (marked, code) => {
    expectErrors(marked, code, { 'b.bicep': '@export()\nvar a = 1' });
  });

  it('allows an output to have the name of a variable', () => {
    expectValid('var a = 1\noutput a int = a');
  });
});

describe('names under which Azure would get two things', () => {
  const resource = (symbol: string, name: string, rest = '') =>
    `resource ${symbol} 'B/c@2020-01-01' = {\n  name: ${name}\n${rest}}\n`;

  it.each([
    [`${resource('a', "«'x'»")}${resource('b', "«'x'»")}`, 'LG7214 BCP121'],
    [`var n = 'x'\n${resource('a', '«n»')}${resource('b', "«'${n}'»")}`, 'LG7214 BCP121'],
    [
      "module a './m.bicep' = {\n  name: «'x'»\n}\nmodule b './m.bicep' = {\n  name: «'x'»\n  scope: resourceGroup()\n}",
      'LG7214 BCP122',
    ],
  ])('%s', (marked, code) => {
    expectErrors(marked, code, { 'm.bicep': '' });
  });

  it.each([
    `${resource('a', "'x'")}${resource('b', "'y'")}`,
    `param n string\n${resource('a', 'n')}${resource('b', 'n')}`,
    "param c bool\nresource a 'B/c@2020-01-01' = if (c) {\n  name: 'x'\n}\nresource b 'B/c@2020-01-01' = if (!c) {\n  name: 'x'\n}",
    "module a './m.bicep' = {\n  name: 'x'\n}\nmodule b './m.bicep' = {\n  name: 'x'\n  scope: resourceGroup('other')\n}",
  ])('%s is right', (text) => {
    expectValid(text, { 'm.bicep': '' });
  });
});
