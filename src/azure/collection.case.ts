import { fold, type ValueObject } from '../kernel/index.ts';
import { type ArmClient, armClient } from './arm-client.ts';
import type { Clock } from './clock.ts';
import type { Checkpoint, EstateSink, PageName } from './estate-sink.ts';
import type { StandInServer } from './stand-in-server.case.ts';
import type { Tenant } from './tenant.case.ts';
import { CachedTokenSource } from './token-source.ts';
import { virtualClock } from './virtual-clock.case.ts';

/** A client of the stand-in server that does not really wait. */
export function clientOf(
  server: StandInServer,
  clock: Clock = virtualClock(),
  timeoutMs = 20_000,
): ArmClient {
  server.now = clock.now;
  const read = () => Promise.resolve({ token: server.nextToken(), expiresOn: clock.now() + 3_600_000 });
  return armClient({
    cloud: server.cloud,
    tokens: new CachedTokenSource(read, clock),
    clock,
    agent: 'landguard/test',
    limits: { timeoutMs },
    retries: { attemptsMax: 40 },
  });
}

/** A place in memory for a collection. Everything goes through JSON, as it would through files. */
export class MemoryEstate implements EstateSink, Pick<Checkpoint, 'append'> {
  readonly pages = new Map<string, string>();
  readonly lines: string[] = [];

  async write({ step, page }: PageName, objects: readonly ValueObject[]): Promise<void> {
    if (objects.length === 0) this.pages.delete(`${step}/${page}`);
    else this.pages.set(`${step}/${page}`, JSON.stringify(objects));
  }

  async read({ step, page }: PageName): Promise<readonly ValueObject[]> {
    return JSON.parse(this.pages.get(`${step}/${page}`)!) as ValueObject[];
  }

  async discard(step: string): Promise<void> {
    for (const name of [...this.pages.keys()]) if (name.startsWith(`${step}/`)) this.pages.delete(name);
  }

  async append(line: ValueObject): Promise<void> {
    this.lines.push(JSON.stringify(line));
  }

  get checkpoint(): Checkpoint {
    return {
      read: async () => this.lines.map((line) => JSON.parse(line) as ValueObject),
      append: (line) => this.append(line),
    };
  }

  /** The ids of all objects, each as often as it is there, sorted. */
  get ids(): string[] {
    const objects = [...this.pages.values()].flatMap((text) => JSON.parse(text) as ValueObject[]);
    return objects.map(({ id }) => fold(String(id))).sort();
  }

  get text(): string {
    return [...this.pages.values(), ...this.lines].join('\n');
  }
}

/** The ids of everything that a tenant serves, sorted: each once. */
export function servedIds({ tables, lists, singles }: Tenant): string[] {
  const inline = (tables.resources ?? []).flatMap(({ properties }) => {
    const { privateEndpointConnections: held } = properties as ValueObject;
    return Array.isArray(held) ? (held as ValueObject[]) : [];
  });
  const all = [
    ...Object.values(tables).flat(),
    ...[...lists.values()].flat(),
    ...singles.values(),
    ...inline,
  ];
  return [...new Set(all.map(({ id }) => fold(String(id))))].sort();
}
