import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import { readReviewedFile } from './reviewed-file.ts';

const owner = z.strictObject({
  scope: z
    .string()
    .optional()
    .describe('The id of a scope or resource, or the name of a management group; the nearest counts.'),
  type: z.string().optional().describe('A resource type; * stands for anything: Microsoft.Network/*.'),
  owner: z.string().min(1).describe('Who is accountable: an address, a team.'),
});

/** What roles.yaml may say. schemas/roles.schema.json is made from it. */
export const RoleFile = z.strictObject({
  owners: z
    .array(owner)
    .optional()
    .describe('Who owns what no tag names an owner for. Entries without a scope are defaults by type.'),
});

/** The owners of a file, and what is wrong with it. */
export interface ReadRoles {
  readonly owners: readonly z.infer<typeof owner>[];
  readonly diagnostics: Diagnostic[];
}

/** Reads roles.yaml: who owns what. */
export function readRoles(path: string, text: string): ReadRoles {
  const { content, diagnostics } = readReviewedFile(path, text, RoleFile, (problem, span) =>
    diagnostic('LG5010', { file: path, problem, schema: 'roles' }, span),
  );
  return { owners: content.owners ?? [], diagnostics };
}
