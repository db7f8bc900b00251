import { createHash } from 'node:crypto';
import { fold } from '../kernel/index.ts';

/** 128 bits, in the form of a UUID, that stand for names whose case does not matter: of one length in an index, however long the names are. */
export function identityOf(...names: readonly string[]): string {
  const digest = createHash('sha256').update(names.map(fold).join('\n')).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
}
