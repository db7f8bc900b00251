import { crc32, deflateRawSync } from 'node:zlib';

/** An entry for the archives that tests build by hand. */
export interface MadeEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** The type flag of tar, `0` for a file. */
  readonly type?: string;
  readonly stored?: boolean;
  /** The Unix mode in a zip directory. */
  readonly mode?: number;
  /** Bytes that differ from what a correct archive has there. */
  readonly claims?: {
    readonly size?: number;
    readonly localName?: string;
    readonly flags?: number;
    readonly method?: number;
  };
}

export function makeTar(entries: readonly MadeEntry[]): Buffer {
  return Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]);
}

/** A record of a pax header. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (Buffer.byteLength(`${length}${rest}`) !== length) length = Buffer.byteLength(`${length}${rest}`);
  return `${length}${rest}`;
}

function tarEntry({ name, content = '', type = '0', claims }: MadeEntry): Buffer {
  const bytes = Buffer.from(content);
  if (Buffer.byteLength(name) > 100) {
    const long = tarEntry({ name: 'PaxHeader', content: paxRecord('path', name), type: 'x' });
    return Buffer.concat([long, tarEntry({ name: 'long', content: bytes, type })]);
  }
  const header = Buffer.alloc(512);
  header.write(name, 0, 'utf8');
  header.write('0000644\0', 100);
  header.write(`${(claims?.size ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

export function makeZip(entries: readonly MadeEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = zipEntry(entry, offset);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, central, end, Buffer.from(comment)]);
}

function zipEntry(entry: MadeEntry, offset: number): { local: Buffer; central: Buffer } {
  const { name, content = '', stored = false, mode = 0o100644, claims = {} } = entry;
  const plain = Buffer.from(content);
  const packed = stored ? plain : deflateRawSync(plain);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(claims.flags ?? 0x800, 2);
  fields.writeUInt16LE(claims.method ?? (stored ? 0 : 8), 4);
  fields.writeUInt32LE(crc32(plain), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(claims.size ?? plain.length, 18);
  const localName = Buffer.from(claims.localName ?? name);
  const centralName = Buffer.from(name);
  const localFields = Buffer.from(fields);
  localFields.writeUInt16LE(localName.length, 22);
  const local = Buffer.concat([signature(0x04034b50), localFields, localName, packed]);
  fields.writeUInt16LE(centralName.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return { local, central: Buffer.concat([signature(0x02014b50), madeBy, fields, tail, centralName]) };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
