import { z } from 'zod';
import { type Diagnostic, diagnostic, severities } from '../kernel/index.ts';
import { readReviewedFile } from './reviewed-file.ts';

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
  grants: z
    .boolean()
    .optional()
    .describe('Whether checks say what the deployment grants to whom, as --grants does.'),
  facts: z.string().optional().describe('A folder written by landguard facts import.'),
  estate: z
    .string()
    .optional()
    .describe('The folder of the exported estate that landguard access asks. Default: estate.'),
  exported: z
    .array(z.string())
    .optional()
    .describe('Sources of access that were exported in full, though they may be empty; all for every one.'),
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

/** Reads landguard.yaml; everything wrong with it is said at its line, and what is right counts. */
export function readConfig(path: string, text: string): { config: Config; diagnostics: Diagnostic[] } {
  const { content, diagnostics } = readReviewedFile(path, text, Config, (problem, span) =>
    diagnostic('LG5001', { problem }, span),
  );
  return { config: content, diagnostics };
}
