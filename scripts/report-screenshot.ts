// npx tsx scripts/report-screenshot.ts: makes docs/images/estate-report.png from a made-up estate, with the browser of this machine.
// npx tsx scripts/report-screenshot.ts posture.html: makes it from a report.
// npx tsx scripts/report-screenshot.ts <folder> [posture.html]: all pages instead (light, dark, narrow, print), to look at.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../src/report/estate/browser.case.ts';
import { renderEstateHtml } from '../src/report/estate/html.ts';
import { largeEstateReport } from '../src/report/estate/large-estate.case.ts';

const findingCount = 640;
const folder = mkdtempSync(join(tmpdir(), 'landguard-screenshot-'));
const made = join(folder, 'report.html');
writeFileSync(made, renderEstateHtml(largeEstateReport(findingCount)));
const given = process.argv.slice(2);
const file = resolve(given.find((path) => path.endsWith('.html')) ?? made);
const target = given.find((path) => !path.endsWith('.html'));
const browser = await launchBrowser();

async function withPage(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({ offline: true, ...options });
  await page.goto(pathToFileURL(file).href);
  await use(page);
  await page.close();
}

const wide = { width: 1280, height: 1640 };
if (target === undefined) {
  const path = resolve(import.meta.dirname, '../docs/images/estate-report.png');
  await withPage({ viewport: wide }, (page) => page.screenshot({ path }));
  console.log(path);
} else {
  const shot = (name: string) => (page: Page) =>
    page.screenshot({ path: join(target, name), fullPage: true });
  await withPage({ viewport: wide }, shot('light.png'));
  await withPage({ viewport: wide, colorScheme: 'dark' }, shot('dark.png'));
  await withPage({ viewport: { width: 390, height: 844 } }, shot('narrow.png'));
  await withPage({ viewport: wide }, (page) =>
    page.pdf({
      path: join(target, 'print.pdf'),
      format: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
    }),
  );
  console.log(target);
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
