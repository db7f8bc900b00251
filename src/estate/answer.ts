import { isObject, type Value, type ValueObject } from '../kernel/index.ts';

/** What an answer says of the list it brings: how many there are in all, whether more pages follow. */
export interface AnswerFacts {
  readonly count: number | undefined;
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/** The list in an answer of ARM or Microsoft Graph (`value`), Resource Graph or AzureHound (`data`); `undefined` for any other value. */
export function listOf(value: Value): readonly Value[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || value.id !== undefined) return undefined;
  for (const list of [value.value, value.data]) {
    if (Array.isArray(list)) return list;
    if (isObject(list)) return rowsOfTable(list);
  }
  return undefined;
}

/** The rows of a Resource Graph answer in the table format (articles/governance/resource-graph/concepts/work-with-data.md). */
function rowsOfTable({ columns, rows }: ValueObject): ValueObject[] | undefined {
  if (!Array.isArray(columns) || !Array.isArray(rows)) return undefined;
  const names = columns.map((column) =>
    isObject(column) && typeof column.name === 'string' ? column.name : '',
  );
  return rows.map((row): ValueObject => {
    const cells = Array.isArray(row) ? row : [];
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
  });
}

/** What an answer says of its list. `listed` is how many entries it had, when it does not say. */
export function answerFacts(answer: ValueObject, listed: number): AnswerFacts {
  const total = numberOf(answer.total_records) ?? numberOf(answer.totalRecords);
  const next = [
    answer.nextLink,
    answer['@odata.nextLink'],
    answer.skip_token,
    answer.skipToken,
    answer.$skipToken,
  ];
  return {
    count: numberOf(answer.count) ?? listed,
    total,
    hasMore: next.some((token) => typeof token === 'string' && token !== ''),
  };
}

/** What the list of an answer is of, from the part before the list: Microsoft Graph's `@odata.context`. */
export function contextOfHead(head: string | undefined): string | undefined {
  if (head?.includes('@odata.context') !== true) return undefined;
  try {
    const answer = JSON.parse(`${head}]}`) as ValueObject;
    const context = answer['@odata.context'];
    return typeof context === 'string' ? context : undefined;
  } catch {
    return undefined;
  }
}

function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
