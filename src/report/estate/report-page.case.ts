import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';

/** A page, and what happened on it that nobody wanted. */
export interface OpenPage {
  readonly page: Page;
  /** Errors on the console, of scripts and of the content security policy, dialogs, and requests for anything but the file. */
  readonly incidents: string[];
}

/** Opens a report from a file, with no network. */
export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = temporaryFolder({ 'report.html': html });
  const url = pathToFileURL(join(folder, 'report.html')).href;
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const incidents: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      incidents.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => incidents.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url) incidents.push(`request: ${request.url()}`);
  });
  page.on('dialog', async (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.goto(url);
  return { page, incidents };
}
