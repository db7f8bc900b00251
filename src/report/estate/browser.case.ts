import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the machine; `undefined` where there is none. */
export const browserPath = places.find((path) => existsSync(path));

/** Starts the browser without a window and without anything that it does by itself. */
export function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(`there is no browser at ${places.join(', ')}`);
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
