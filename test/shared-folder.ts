import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

const folder = resolve(import.meta.dirname, '../../shared');

/** The path of a part of the folder `shared` that stands beside the checkout; it holds public data that is not part of this repository. */
export function sharedPath(part: string): string {
  return resolve(folder, part);
}

/** Describes tests that need a part of the shared folder. Where it is absent they are skipped, by name and with the reason. */
export function describeShared(name: string, part: string, define: () => void): void {
  const path = sharedPath(part);
  if (existsSync(path)) {
    describe(name, define);
    return;
  }
  console.warn(`skipped: ${name} - there is no ${path}`);
  describe.skip(`${name} (there is no ../shared/${part})`, define);
}

/** The same, with the path handed to the tests. */
export function describeWithShared(name: string, part: string, define: (path: string) => void): void {
  describeShared(name, part, () => define(sharedPath(part)));
}
