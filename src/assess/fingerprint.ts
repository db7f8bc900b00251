import { createHash } from 'node:crypto';
import { fold } from '../kernel/index.ts';

/** What makes two findings the same one, wherever their lines move. */
export interface FingerprintParts {
  readonly assignment: string;
  readonly reference: string;
  readonly policy: string;
  readonly resourceType: string;
  readonly resourceName: string;
  /** The resource group, where its name is known: two may hold resources of one name. The deployments around the resource do not count. */
  readonly resourceGroup?: string;
  readonly path: string;
}

/** 16 hex digits that identify a finding across runs, files and languages. */
export function fingerprint(parts: FingerprintParts): string {
  const text = [
    parts.assignment,
    parts.reference,
    parts.policy,
    parts.resourceType,
    parts.resourceName,
    parts.resourceGroup ?? '',
    parts.path,
  ]
    .map(fold)
    .join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
