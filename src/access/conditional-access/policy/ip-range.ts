/** A range of IP addresses, both ends included; IPv4 addresses are those of `::ffff:0:0/96`. */
export interface IpRange {
  readonly first: bigint;
  readonly last: bigint;
}

const mappedIpv4 = 0xffffn << 32n;

/** An IPv4 or IPv6 address as a number; `undefined` when the text is none. */
export function readIpAddress(text: string): bigint | undefined {
  if (!text.includes(':')) {
    const address = readIpv4(text);
    return address === undefined ? undefined : mappedIpv4 | address;
  }
  return readIpv6(text);
}

/** A range as named locations have it: `192.0.2.0/24`, `2001:db8::/32`, or one address. */
export function readIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const address = readIpAddress(slash === -1 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  const width = text.includes(':') ? 128 : 32;
  const prefix = slash === -1 ? width : readDecimal(text.slice(slash + 1), width);
  if (prefix === undefined) return undefined;
  const hostBits = (1n << BigInt(width - prefix)) - 1n;
  return { first: address & ~hostBits, last: address | hostBits };
}

function readDecimal(text: string, max: number): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return number <= max ? number : undefined;
}

function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0n;
  for (const part of parts) {
    const number = readDecimal(part, 255);
    if (number === undefined) return undefined;
    address = (address << 8n) | BigInt(number);
  }
  return address;
}

function readIpv6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(readWords);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const words = [...head, ...Array<number>(missing).fill(0), ...(tail ?? [])];
  return words.reduce((address, word) => (address << 16n) | BigInt(word), 0n);
}

function readWords(text: string): number[] | undefined {
  if (text === '') return [];
  const words: number[] = [];
  for (const part of text.split(':')) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) words.push(Number.parseInt(part, 16));
    else {
      const address = readIpv4(part);
      if (address === undefined) return undefined;
      words.push(Number(address >> 16n), Number(address & 0xffffn));
    }
  }
  return words;
}
