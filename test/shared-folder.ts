import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A path in the folder of public data beside the checkout; `undefined` where that is absent. */
export function sharedPath(inside: string): string | undefined {
  const path = join(checkout, '../shared', inside);
  return existsSync(path) ? path : undefined;
}

/** Describes tests that need public data; where it is absent they are skipped, and the reason is printed. */
export function describeWithShared(name: string, inside: string, body: (path: string) => void): void {
  const path = sharedPath(inside);
  if (path === undefined) {
    console.log(`skipped: ${name} (needs ../shared/${inside}, which is not here)`);
    describe.skip(name, () => {});
    return;
  }
  describe(name, () => body(path));
}
