import { isAlias, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Diagnostic, diagnostic, Source, type Span, severities, suggest } from '../kernel/index.ts';
import { describeIssue } from './config-issue.ts';

type SeverityNames = readonly ['critical', 'high', 'medium', 'low', 'info'];

const severity = z.enum(severities as unknown as SeverityNames);

const target = z.strictObject({
  tenantId: z.string().optional().describe('The tenant that is deployed to.'),
  managementGroup: z.string().optional().describe('The management group that is deployed to.'),
  subscriptionId: z.string().optional().describe('The subscription that is deployed to.'),
  subscriptionName: z.string().optional().describe('The name of that subscription.'),
  resourceGroup: z.string().optional().describe('The resource group that is deployed to.'),
  resourceGroupLocation: z.string().optional().describe('The location of that resource group.'),
  location: z.string().optional().describe('The location of deployments above resource groups.'),
});

const exclusion = z.strictObject({
  policy: z.string().optional().describe('Name, id or display name of the policy; * stands for anything.'),
  resource: z.string().optional().describe('Name, type or type/name of the resource; * stands for anything.'),
  path: z.string().optional().describe('File of the finding; * stands for anything.'),
  fingerprint: z.string().optional().describe('The fingerprint of one finding.'),
  reason: z.string().min(1).describe('Why these findings are not reported.'),
  expires: z.iso.date().optional().describe('The last day on which this counts.'),
});

/** What landguard.yaml may say. schemas/landguard.schema.json is made from it. */
export const Config = z.strictObject({
  policies: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Policies to check with: baseline, a library, library:policy, or a folder. Default: baseline.'),
  managementGroup: z
    .string()
    .optional()
    .describe('The management group whose assignments of a library count.'),
  paths: z.array(z.string()).optional().describe('Files and folders to check when none are named.'),
  exclude: z.array(z.string()).optional().describe('Files not to look at; * stands for anything.'),
  failOn: z
    .enum([...severities, 'none'] as unknown as readonly [...SeverityNames, 'none'])
    .optional()
    .describe('The severity from which a finding fails the check.'),
  facts: z.string().optional().describe('A folder written by landguard facts import.'),
  target: target.optional().describe('Where the templates are deployed to, as far as that is known.'),
  targets: z
    .array(
      target.extend({
        path: z.string().describe('Templates that this target is for; * stands for anything.'),
      }),
    )
    .optional()
    .describe('Targets of single templates, over `target`.'),
  severities: z
    .record(z.string(), severity)
    .optional()
    .describe('Severities by name, id or display name of a policy.'),
  exclusions: z.array(exclusion).optional().describe('Findings that are not reported, each with its reason.'),
});

/** A parsed landguard.yaml. */
export type Config = z.infer<typeof Config>;

/** Reads landguard.yaml; everything wrong with it is said at its line, and the keys that are right count. */
export function readConfig(path: string, text: string): { config: Config; diagnostics: Diagnostic[] } {
  const source = new Source(path, text);
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true });
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map((error) =>
      problem(firstLine(error.message), { source, start: error.pos[0], end: error.pos[1] }),
    );
    return { config: {}, diagnostics };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return {
      config: {},
      diagnostics: [problem(firstLine(String((error as Error).message)), { source, start: 0, end: 1 })],
    };
  }
  const parsed = Config.safeParse(value);
  if (parsed.success) return { config: parsed.data, diagnostics: [] };
  const diagnostics = parsed.error.issues.flatMap((issue) =>
    issueDiagnostics(issue, value, document.contents as Node | null, source),
  );
  return { config: withoutWrongKeys(value, parsed.error.issues), diagnostics };
}

function withoutWrongKeys(value: unknown, issues: readonly z.core.$ZodIssue[]): Config {
  if (issues.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys')) return {};
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  );
  return Config.parse(Object.fromEntries(Object.entries(value as object).filter(([key]) => !wrong.has(key))));
}

function issueDiagnostics(
  issue: z.core.$ZodIssue,
  value: unknown,
  root: Node | null,
  source: Source,
): Diagnostic[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known =
        path.length === 0
          ? Object.keys(Config.shape)
          : path[0] === 'exclusions'
            ? Object.keys(exclusion.shape)
            : [...Object.keys(target.shape), ...(path[0] === 'targets' ? ['path'] : [])];
      return problem(
        `there is no \`${key}\`; ${suggest(key, known, `known are ${known.join(', ')}`)}`,
        spanAt(root, [...path, key], source, true),
      );
    });
  }
  const { path: place, text } = describeIssue(issue, value);
  return [problem(text, spanAt(root, place, source, false))];
}

function problem(text: string, span: Span): Diagnostic {
  return diagnostic('LG5001', { problem: text.replace(/\.$/, '') }, span);
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

/** The span of the value (or key) at a path, or of the innermost part of it that is there. */
function spanAt(root: Node | null, path: readonly (string | number)[], source: Source, atKey: boolean): Span {
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
