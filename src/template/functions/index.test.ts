import { describe, expect, it } from 'vitest';
import { run, runWith } from './call-for-test.ts';
import { pureFunctions } from './index.ts';

const names =
  `add array base64 base64ToJson base64ToString bool buildUri cidrHost cidrSubnet concat contains createArray
  createObject dataUri dataUriToString dateTimeAdd dateTimeFromEpoch dateTimeToEpoch distinct div empty endsWith equals
  fail false filter first flatten float format greater greaterOrEquals groupBy guid indexFromEnd indexOf int intersection
  items join json last lastIndexOf length less lessOrEquals like map mapValues max min mod mul not null objectKeys padLeft
  parseCidr parseUri range reduce replace shallowMerge skip sort split startsWith string sub substring take toLower
  toObject toUpper trim true tryGet tryIndexFromEnd union uniqueString uri uriComponent uriComponentToString`.split(
    /\s+/,
  );

describe('pureFunctions', () => {
  it('has each function once', () => {
    expect(pureFunctions.map((definition) => definition.name).sort()).toEqual(names.toSorted());
  });

  it('states argument counts that can be met', () => {
    for (const { name, argumentsMin, argumentsMax } of pureFunctions) {
      expect(argumentsMin, name).toBeGreaterThanOrEqual(0);
      expect(argumentsMax, name).toBeGreaterThanOrEqual(argumentsMin);
    }
  });

  it.each<[string, ...string[]]>([
    ['concat', 'abc', 'def'],
    ['format', '{0}-{0}', 'abc'],
    ['replace', 'aaa', 'a', 'bcd'],
    ['base64', 'abcde'],
    ['uriComponent', '///'],
  ])('%s keeps to the limit on strings', (name, ...args) => {
    expect(() => run(name, ...args)).not.toThrow();
    expect(() => runWith({ stringLengthMax: 5 }, name, ...args)).toThrow(
      `${name} makes a string of more than 5 characters`,
    );
  });

  it('makes nothing huge before it refuses it', () => {
    expect(() => run('padLeft', 'x', 2_000_000_000)).toThrow('more than 1048576');
    expect(() => run('replace', 'a'.repeat(100_000), 'a', 'b'.repeat(100_000))).toThrow('more than 1048576');
    expect(() => run('join', Array(1000).fill('x'.repeat(2000)), ',')).toThrow('more than 1048576');
  });
});
