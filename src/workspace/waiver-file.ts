import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { readReviewedFile } from './reviewed-file.ts';

const waiver = z.strictObject({
  finding: z.string().optional().describe('The fingerprint of one finding.'),
  scope: z
    .string()
    .optional()
    .describe('The id of a resource or scope, or the name of a management group; all below it counts.'),
  policy: z.string().optional().describe('Name, id or display name of the policy; * stands for anything.'),
  owner: z.string().min(1).describe('Who answers for the waiver.'),
  reason: z.string().min(1).describe('Why the finding can be lived with.'),
  expires: z.iso.date().describe('The last day on which the waiver counts.'),
});

/** What waivers.yaml may say. schemas/waivers.schema.json is made from it. */
export const WaiverFile = z.strictObject({
  waivers: z.array(waiver).optional().describe('Findings that are lived with for a while.'),
});

/** A waiver as the file states it. */
export type WaiverEntry = z.infer<typeof waiver>;

/** The waivers of a file, and what is wrong with it. */
export interface ReadWaivers {
  readonly waivers: readonly WaiverEntry[];
  readonly diagnostics: Diagnostic[];
}

/** Reads waivers.yaml. A waiver without an owner, a reason or an end does not count, and is told at its line. */
export function readWaivers(path: string, text: string): ReadWaivers {
  const { content, diagnostics } = readReviewedFile(path, text, WaiverFile, (problem, span) =>
    diagnostic('LG5010', { file: path, problem, schema: 'waivers' }, span),
  );
  const waivers = content.waivers ?? [];
  const bound = waivers.filter(({ finding, scope }) => finding !== undefined || scope !== undefined);
  if (bound.length < waivers.length)
    diagnostics.push(
      diagnostic('LG5010', {
        file: path,
        problem: `${waivers.length - bound.length} waivers name neither a finding nor a scope`,
        schema: 'waivers',
      }),
    );
  return { waivers: bound, diagnostics };
}
