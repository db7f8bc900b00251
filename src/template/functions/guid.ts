import { createHash } from 'node:crypto';
import type { TemplateFunction } from '../template-function.ts';
import { hashFunction } from './hash-inputs.ts';

/** The namespace in which `guid()` makes its names. */
const namespace = Buffer.from('11fb06fb712d4ddd98c7e71bbd588830', 'hex');

/** The UUID (version 5) that `guid` makes of its arguments. Case matters. */
export function guidOf(parts: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(parts.join('-'), 'utf8').digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `guid` (template-functions-string.md). */
export const guid: TemplateFunction = hashFunction('guid', guidOf);
