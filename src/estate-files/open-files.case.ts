import type { Estate, EstateResource } from '../estate/index.ts';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import type { Diagnostic } from '../kernel/index.ts';
import type { EstateLimits } from './estate-limits.ts';
import { openEstateFolder } from './open-estate-folder.ts';

/** The moment at which the estates of tests are read. */
export const now = '2026-11-23T12:00:00Z';

/** What a test looks at of an estate. */
export interface OpenedFiles {
  readonly estate: Estate;
  readonly resources: readonly EstateResource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  readonly folder: string;
}

/** Opens an estate of these files; what is neither text nor bytes is written as JSON. */
export async function openFiles(
  files: Readonly<Record<string, unknown>>,
  limits: Partial<EstateLimits> = {},
): Promise<OpenedFiles> {
  const folder = temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, contentOf(content)])),
  );
  const { estate, diagnostics } = await openEstateFolder('.', { workingFolder: folder, limits, now });
  const resources = await allResources(estate);
  return { estate, resources, diagnostics, codes: diagnostics.map(({ code }) => code), folder };
}

/** All resources of an estate, in the order in which they come. */
export async function allResources(estate: Estate): Promise<EstateResource[]> {
  const resources: EstateResource[] = [];
  for await (const batch of estate.resources()) resources.push(...batch);
  return resources;
}

function contentOf(content: unknown): string | Buffer {
  return typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2);
}
