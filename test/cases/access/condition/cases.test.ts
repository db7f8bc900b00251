import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Condition,
  type ConditionFacts,
  conditionSentence,
  conditionWarnings,
  evaluateCondition,
  parseCondition,
  printCondition,
} from '../../../../src/access/condition/index.ts';
import { Source } from '../../../../src/kernel/index.ts';
import { type ConditionAsk, factsOf, readConditionCases, withOneLess } from './condition-case.ts';
import { recased } from './recased.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const cases = readConditionCases(new URL(file, folder));
  test.each(cases)('$name', (one) => {
    const source = new Source('case', one.condition);
    const { condition, diagnostics } = parseCondition(source);
    expect(diagnostics.map(({ code }) => code)).toEqual(one.diagnostics ?? []);
    if (condition === undefined) {
      expect(one.asks ?? []).toEqual([]);
      return;
    }
    expectReprint(condition);
    if (one.sentence !== undefined) expect(conditionSentence(condition)).toBe(one.sentence);
    const warnings = conditionWarnings(condition, source, one.granted).map(({ code }) => code);
    expect([...new Set(warnings)].sort()).toEqual([...(one.warnings ?? [])].sort());
    const spellings = [
      recased(one.condition, (text) => text.toUpperCase()),
      recased(one.condition, (text) => text.toLowerCase()),
    ].map(read);
    for (const ask of one.asks ?? []) {
      expectDecision(condition, ask);
      for (const spelling of spellings)
        expect(evaluateCondition(spelling, factsOf(ask)).kind).toBe(ask.expect);
      expectSameWithOneLess(condition, factsOf(ask));
    }
  });
});

test('every case has a name of its own and there are enough', () => {
  const all = files.flatMap((file) => readConditionCases(new URL(file, folder)));
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.flatMap(({ asks }) => asks ?? []).length).toBeGreaterThan(150);
});

function read(text: string): Condition {
  const { condition } = parseCondition(new Source('case', text));
  if (condition === undefined) throw new Error(`not a condition: ${text}`);
  return condition;
}

function expectReprint(condition: Condition): void {
  const printed = printCondition(condition);
  const again = read(printed);
  expect(printCondition(again)).toBe(printed);
  expect(withoutPlaces(again)).toEqual(withoutPlaces(condition));
}

function withoutPlaces(condition: Condition): unknown {
  return JSON.parse(
    JSON.stringify(condition, (key, value: unknown) =>
      key === 'start' || key === 'end' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    ),
  );
}

function expectDecision(condition: Condition, ask: ConditionAsk): void {
  const decision = evaluateCondition(condition, factsOf(ask));
  expect({ ask, kind: decision.kind }).toEqual({ ask, kind: ask.expect });
  expect(decision.problems.map(({ code }) => code)).toEqual(ask.problems ?? []);
  if (ask.residual !== undefined && decision.kind === 'allowedIf')
    expect(printCondition(decision.residual)).toBe(ask.residual);
  if (ask.because !== undefined && decision.kind === 'denied')
    expect(decision.because.map(printCondition)).toEqual(ask.because);
}

/** What remains where a fact is not known decides the same once it is; and less knowledge never says the opposite. */
function expectSameWithOneLess(condition: Condition, facts: ConditionFacts): void {
  const whole = evaluateCondition(condition, facts);
  for (const less of withOneLess(facts)) {
    const partial = evaluateCondition(condition, less);
    if (partial.kind !== 'allowedIf') expect(partial.kind).toBe(whole.kind);
    else expect(evaluateCondition(partial.residual, facts).kind).toBe(whole.kind);
  }
}
