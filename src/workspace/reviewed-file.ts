import { isAlias, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Diagnostic, Source, type Span, suggest } from '../kernel/index.ts';
import { describeIssue } from './config-issue.ts';

/** What a file says, and what is wrong with it. */
export interface ReviewedFile<Content> {
  readonly content: Content;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a YAML file that people review in their repository. Everything wrong with it is said at its line by `report`; what is wrong is left out - an item of a
 * list at the top alone, else the whole key - and what is right counts.
 */
export function readReviewedFile<Schema extends z.ZodObject>(
  path: string,
  text: string,
  schema: Schema,
  report: (problem: string, span: Span) => Diagnostic,
): ReviewedFile<z.infer<Schema>> {
  const source = new Source(path, text);
  const say = (problem: string, span: Span) => report(problem.replace(/\.$/, ''), span);
  const nothing = schema.parse({});
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true });
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) =>
      say(firstLine(error.message), { source, start: error.pos[0], end: error.pos[1] }),
    );
    return { content: nothing, diagnostics };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    const diagnostics = [say(firstLine((error as Error).message), { source, start: 0, end: 1 })];
    return { content: nothing, diagnostics };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { content: parsed.data, diagnostics: [] };
  const root = document.contents as Node | null;
  const diagnostics = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) =>
        say(
          `there is no \`${key}\`; ${suggest(key, known, `known are ${known.join(', ')}`)}`,
          spanAt(root, [...issue.path, key], source, true),
        ),
      );
    }
    const { path: place, text: problem } = describeIssue(issue, value);
    return [say(problem, spanAt(root, place, source, false))];
  });
  const rest = withoutWrongParts(value, parsed.error.issues);
  return { content: schema.parse(schema.safeParse(rest).success ? rest : {}), diagnostics };
}

type Path = readonly PropertyKey[];

/** The value without its wrong keys and the wrong items of its lists. */
function withoutWrongParts(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (issues.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys')) return {};
  const wrongKeys = new Set<string>();
  const wrongItems = new Map<string, Set<PropertyKey>>();
  for (const issue of issues) {
    const [key, index] = issue.path;
    if (key === undefined) {
      if (issue.code === 'unrecognized_keys') for (const one of issue.keys) wrongKeys.add(one);
    } else if (typeof index === 'number') {
      const items = wrongItems.get(String(key)) ?? new Set();
      wrongItems.set(String(key), items.add(index));
    } else wrongKeys.add(String(key));
  }
  const kept = Object.entries(value as object).filter(([key]) => !wrongKeys.has(key));
  return Object.fromEntries(
    kept.map(([key, part]: [string, unknown]) => {
      const wrong = wrongItems.get(key);
      if (wrong === undefined || !Array.isArray(part)) return [key, part];
      return [key, part.filter((_, index) => !wrong.has(index))];
    }),
  );
}

/** The keys that an object at a path of the schema may have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: z.ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    while (at instanceof z.ZodOptional) at = at.unwrap() as z.ZodType;
    if (step === undefined) break;
    if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, z.ZodType>)[step];
    else return [];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

/** The span of the value (or key) at a path, or of the innermost part of it that is there. */
function spanAt(root: Node | null, path: Path, source: Source, atKey: boolean): Span {
  let node: Node | null = root;
  let range = root?.range;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) break;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      const useKey = atKey && index === path.length - 1;
      node = (useKey ? pair.key : (pair.value ?? pair.key)) as Node;
    } else if (node !== null && 'items' in node)
      node = ((node as { items: Node[] }).items[Number(step)] ?? null) as Node | null;
    else break;
    if (node?.range) range = node.range;
  }
  return { source, start: range?.[0] ?? 0, end: Math.max(range?.[1] ?? 1, (range?.[0] ?? 0) + 1) };
}
