/** A run of IP addresses of one version, as numbers. */
export interface IpRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** A range that a CIDR prefix spans. */
export interface IpNetwork extends IpRange {
  readonly prefixLength: number;
}

/** The number of bits of an address. */
export function addressBits(version: 4 | 6): 32 | 128 {
  return version === 4 ? 32 : 128;
}

/** Reads an IPv4 address in four decimal parts or an IPv6 address. */
export function parseAddress(text: string): { version: 4 | 6; value: bigint } | undefined {
  const value = text.includes(':') ? parseVersion6(text) : parseVersion4(text);
  return value === undefined ? undefined : { version: text.includes(':') ? 6 : 4, value };
}

function parseVersion4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (
    parts.length !== 4 ||
    !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  ) {
    return undefined;
  }
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseVersion6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1)!;
  const embedded = parseVersion4(tail.at(-1) ?? '');
  if (embedded !== undefined) {
    tail.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 0xffffn).toString(16));
  }
  const missing = 8 - groups.flat().length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...groups[0]!, ...Array.from({ length: missing }, () => '0'), ...(groups[1] ?? [])];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** Reads `address/prefix`; bits of the address beyond the prefix are dropped. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const [, addressText, prefixText] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = addressText === undefined ? undefined : parseAddress(addressText);
  if (!address) return undefined;
  const bits = addressBits(address.version);
  const prefixLength = Number(prefixText);
  if (prefixLength > bits) return undefined;
  const hostMask = (1n << BigInt(bits - prefixLength)) - 1n;
  const first = address.value & ~hostMask;
  return { version: address.version, first, last: first | hostMask, prefixLength };
}

/** Reads an address, a CIDR network or two addresses with `-` between them. */
export function parseIpRange(text: string): IpRange | undefined {
  const trimmed = text.trim();
  if (trimmed.includes('/')) return parseNetwork(trimmed);
  const [from, to, more] = trimmed.split('-').map((part) => parseAddress(part.trim()));
  const end = trimmed.includes('-') ? to : from;
  if (!from || !end || more || trimmed.split('-').length > 2) return undefined;
  if (from.version !== end.version || from.value > end.value) return undefined;
  return { version: from.version, first: from.value, last: end.value };
}

/** Whether every address of `inner` is one of `outer`. Never across versions. */
export function containsRange(outer: IpRange, inner: IpRange): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** An address as text: IPv6 in lower case with its longest run of zeros left out. */
export function formatAddress(version: 4 | 6, value: bigint): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
  if (value >> 32n === 0xffffn) return `::ffff:${formatAddress(4, value & 0xffff_ffffn)}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const text = groups.join(':');
  const runs = [...text.matchAll(/\b0(?::0)+\b/g)].sort(
    (a, b) => b[0].length - a[0].length || a.index - b.index,
  );
  const [longest] = runs;
  if (!longest) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}
