import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  everything,
  type SmallEstate,
  smallAccess,
  smallId,
  smallScope,
} from '../../../../src/access/estate/access.case.ts';
import {
  type AccessAnswer,
  type AccessModel,
  type AccessSource,
  type AccessVerdict,
  answerText,
  decide,
  whoCan,
} from '../../../../src/access/index.ts';

/** Whether a principal may do an action, and what the answer must say. */
interface Ask {
  readonly can: string;
  readonly do: string;
  readonly on: string;
  readonly at?: string;
  readonly activate?: boolean;
  readonly expect: AccessVerdict;
  /** What follows from what was seen. */
  readonly asSeen?: AccessVerdict;
  /** Sources that were not seen. */
  readonly unseen?: readonly string[];
  /** Parts of the text of the answer. */
  readonly says?: readonly string[];
}

interface Who {
  readonly who: string;
  readonly on: string;
  readonly activate?: boolean;
  readonly expect: readonly string[];
  readonly unseen?: readonly string[];
}

interface QuestionCase {
  readonly name: string;
  /** The page that decides it. */
  readonly doc: string;
  readonly estate: SmallEstate;
  /** Sources that were not exported. */
  readonly missing?: readonly string[];
  readonly ask: readonly (Ask | Who)[];
}

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const cases = parse(readFileSync(new URL(file, folder), 'utf8')) as readonly QuestionCase[];
  test.each(cases)('$name', async ({ estate, missing = [], ask, doc }) => {
    expect(doc).toMatch(/^(articles|learn\.microsoft\.com)\//);
    const model = await smallAccess(
      estate,
      everything.filter((one) => !missing.includes(one)),
    );
    for (const one of ask) 'who' in one ? expectWho(model, one) : expectCan(model, one);
  });

  test.each(cases)('$name, in another case', async ({ estate, missing = [], ask }) => {
    const model = await smallAccess(
      estate,
      everything.filter((one) => !missing.includes(one)),
    );
    for (const one of ask) {
      if ('who' in one) continue;
      const question = {
        principal: idOf(one.can),
        action: one.do,
        resource: smallScope(one.on),
        ...viewOf(one),
      };
      const { principal, action, resource } = question;
      const recased = {
        ...question,
        principal: principal.toUpperCase(),
        action: action.toUpperCase(),
        resource: resource.toUpperCase(),
      };
      expect(decide(model, recased).verdict).toBe(decide(model, question).verdict);
    }
  });
});

function expectCan(model: AccessModel, one: Ask): void {
  const answer = decide(model, {
    principal: idOf(one.can),
    action: one.do,
    resource: smallScope(one.on),
    ...viewOf(one),
  });
  const text = answerText(answer).join('\n');
  expect(`${one.can} ${one.do} ${one.on}: ${answer.verdict}`, text).toBe(
    `${one.can} ${one.do} ${one.on}: ${one.expect}`,
  );
  if (one.asSeen !== undefined) expect(answer.asSeen, text).toBe(one.asSeen);
  expect(sourcesOf(answer.unseen), text).toEqual([...(one.unseen ?? [])].sort());
  for (const part of one.says ?? []) expect(text).toContain(part);
  expect(JSON.parse(JSON.stringify(answer)) as AccessAnswer).toEqual(JSON.parse(JSON.stringify(answer)));
}

function expectWho(model: AccessModel, one: Who): void {
  const answer = whoCan(model, { action: one.who, resource: smallScope(one.on), ...viewOf(one) });
  const found = answer.holders.map(({ principal, verdict }) => `${principal.name}: ${verdict}`);
  expect(found.sort()).toEqual([...one.expect].sort());
  expect(sourcesOf(answer.unseen)).toEqual([...(one.unseen ?? [])].sort());
  // Whoever is listed is listed with the verdict that the question about it alone has, but for what could not be seen.
  for (const { principal, verdict } of answer.holders) {
    const alone = decide(model, {
      principal: principal.id,
      action: one.who,
      resource: smallScope(one.on),
      ...viewOf(one),
    });
    expect([alone.verdict, alone.asSeen]).toContain(verdict);
  }
}

function viewOf({ at, activate }: { at?: string; activate?: boolean }) {
  return { ...(at === undefined ? {} : { at }), ...(activate === undefined ? {} : { activate }) };
}

function sourcesOf(gaps: readonly { readonly source: AccessSource }[]): readonly string[] {
  return [...new Set(gaps.map(({ source }) => source))].sort();
}

/** The id of a name; what is written as an address or in quotes is asked as it is. */
function idOf(name: string): string {
  return name.startsWith('=') ? name.slice(1) : smallId('principal', name);
}

test('there are cases, each with a name of its own', () => {
  const names = files.flatMap((file) =>
    (parse(readFileSync(new URL(file, folder), 'utf8')) as readonly QuestionCase[]).map(
      ({ name }) => `${file} ${name}`,
    ),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
});
