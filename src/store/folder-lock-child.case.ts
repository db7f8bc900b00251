import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder } from './folder-lock.ts';

/** A process that takes the lock, holds it for a moment and says from when to when, by the clock that all processes of the machine share. */
const [path] = process.argv.slice(2);
const lock = await lockFolder(path ?? '', 60_000);
const from = process.hrtime.bigint();
await sleep(50);
const to = process.hrtime.bigint();
lock.release();
process.stdout.write(`${from} ${to}`);
