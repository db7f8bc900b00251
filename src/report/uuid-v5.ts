import { createHash } from 'node:crypto';

/** The namespace of every uuid that landguard derives: version 5 of `landguard` in the namespace of DNS names. */
const namespace = '8aff4a4a-159c-5db8-adc2-999c1d46cc89';

/** A uuid of version 5 (RFC 9562 §5.5): the same parts give the same one, on every machine. */
export function uuidOf(...parts: readonly string[]): string {
  // Each part with its length, so that no two lists of parts make one name.
  return uuidV5(parts.map((part) => `${part.length}:${part}`).join('\n'), namespace);
}

/** Version 5 of a name in a namespace, which is a uuid. */
export function uuidV5(name: string, space: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
