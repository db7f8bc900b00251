import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launchBrowser } from './browser.case.ts';
import { estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { renderEstateHtml } from './html.ts';
import { largeEstateReport } from './large-estate.case.ts';
import { openPage } from './report-page.case.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

if (browserPath === undefined)
  console.warn('skipped: the HTML report in a browser - there is no chromium on this machine');

const rows = '#finding-table tbody tr:not(.details)';

function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

function countText(page: Page): Promise<string | null> {
  return page.locator('#count').textContent();
}

describe.skipIf(browserPath === undefined)('html in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['an empty report', estateReport([])],
    ['the sample', sampleEstateReport()],
    ['a report of hostile texts', hostileEstateReport()],
    [
      'a report of scripts',
      hostileEstateReport('</script><script>alert(1)</script><img src=x onerror=alert(2)>'),
    ],
    [
      'a report of addresses',
      hostileEstateReport('javascript:alert(1) https://evil.example/x.png" onload="alert(3)'),
    ],
  ])('opens %s, and nothing happens that should not', async (_, report) => {
    const { page, incidents } = await openPage(browser, renderEstateHtml(report));
    expect(await page.locator(rows).count()).toBe(report.findings.length);
    for (const toggle of await page.locator('.toggle').all()) await toggle.click();
    expect(await page.locator('tr.details:visible').count()).toBe(report.findings.length);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('shows the texts of a finding as they are', async () => {
    const text = '<b>bold</b> & "quoted" \'</script>';
    const { page } = await openPage(browser, renderEstateHtml(hostileEstateReport(text)));
    expect(await textsOf(page, '.evidence')).toEqual([text]);
    expect(await textsOf(page, 'h1')).toEqual([text]);
    expect(await page.locator('#finding-table b').count()).toBe(0);
    await page.context().close();
  });

  it('has headings in order, one title, and a name for each field and table', async () => {
    const { page } = await openPage(browser, renderEstateHtml(sampleEstateReport()));
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await page.locator('input:not(label input), select:not(label select)').count()).toBe(0);
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const link of links) expect(await page.locator(link!).count(), link!).toBe(1);
    await page.context().close();
  });

  it('searches, filters and sorts', async () => {
    const { page } = await openPage(browser, renderEstateHtml(sampleEstateReport()));
    await page.fill('#search', 'UNDECIDED-vm-app');
    await page.locator('#count', { hasText: '1–1 of 1 matching, 9 in all' }).waitFor();
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(['vm-app']);
    await page.click('button[type=reset]');
    await page.locator('#count', { hasText: '1–9 of 9 findings' }).waitFor();
    await page.selectOption('#by-severity', 'critical');
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(['kv-pay']);
    await page.selectOption('#by-state', 'exempt');
    expect(await countText(page)).toBe('No finding matches; 9 in all');
    await page.selectOption('#by-severity', '');
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(['sql-erp']);
    await page.selectOption('#by-state', '');
    await page.selectOption('#by-lifecycle', 'new');
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(['stshop']);
    await page.selectOption('#by-lifecycle', '');
    await page.click('[data-sort=resource]');
    const names = await textsOf(page, `${rows} .column-resource .name`);
    expect(names).toEqual(
      sampleEstateReport()
        .findings.map(({ resource }) => resource.name)
        .sort(),
    );
    await page.click('[data-sort=resource]');
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(names.toReversed());
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('Resource');
    await page.context().close();
  });

  it('goes from an owner to what is theirs', async () => {
    const { page } = await openPage(browser, renderEstateHtml(sampleEstateReport()));
    await page.click('[data-owner=nobody]');
    expect(await textsOf(page, `${rows} .column-resource .name`)).toEqual(['kv-pay']);
    expect(new URL(page.url()).hash).toBe('#findings');
    await page.context().close();
  });

  it('opens details by the keyboard alone, and tells assistive technology', async () => {
    const { page } = await openPage(browser, renderEstateHtml(sampleEstateReport()));
    const toggle = page.locator('.toggle').first();
    await page.locator('th [data-sort=owner]').focus();
    await page.keyboard.press('Tab');
    expect(await toggle.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    const details = page.locator(`#${await toggle.getAttribute('aria-controls')}`);
    expect(await details.innerText()).toContain('open, first seen 2026-09-01, last seen 2026-11-23');
    await page.keyboard.press('Space');
    expect(await details.isVisible()).toBe(false);
    await page.context().close();
  });

  it('is light or dark as the system is, and as it is asked to be', async () => {
    const groundOf = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const html = renderEstateHtml(sampleEstateReport());
    const { page: dark } = await openPage(browser, html, { colorScheme: 'dark' });
    const { page: light } = await openPage(browser, html, { colorScheme: 'light' });
    const [darkGround, lightGround] = [await groundOf(dark), await groundOf(light)];
    expect(darkGround).not.toBe(lightGround);
    await light.click('#theme');
    expect(await groundOf(light)).toBe(darkGround);
    await light.click('#theme');
    expect(await groundOf(light)).toBe(lightGround);
    await dark.context().close();
    await light.context().close();
  });

  it('fits a telephone', async () => {
    const { page } = await openPage(browser, renderEstateHtml(largeEstateReport(200)), {
      viewport: { width: 390, height: 844 },
    });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it('prints what is folded, and folds it again', async () => {
    const { page } = await openPage(browser, renderEstateHtml(sampleEstateReport()));
    const folded = page.locator('details:not([open])');
    const count = await folded.count();
    expect(count).toBeGreaterThan(2);
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await folded.count()).toBe(0);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    expect(await folded.count()).toBe(count);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });

  it('stays usable with 10,000 findings', async () => {
    const { page, incidents } = await openPage(browser, renderEstateHtml(largeEstateReport(10_000)));
    expect(await countText(page)).toBe('1–100 of 10,000 findings');
    expect(await page.locator(rows).count()).toBe(100);
    const first = await page.locator('.column-resource .name').first().textContent();
    await page.click('#next');
    expect(await countText(page)).toBe('101–200 of 10,000 findings');
    expect(await page.locator('.column-resource .name').first().textContent()).not.toBe(first);
    await page.click('#previous');
    expect(await page.locator('.column-resource .name').first().textContent()).toBe(first);
    expect(await page.locator('#previous').isDisabled()).toBe(true);
    await page.click('[data-sort=resource]');
    const names = await textsOf(page, `${rows} .column-resource .name`);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    await page.fill('#search', 'nsg-portal-prod');
    await page.locator('#count', { hasText: 'matching, 10,000 in all' }).waitFor();
    for (const name of await textsOf(page, `${rows} .column-resource .name`))
      expect(name).toContain('nsg-portal-prod');
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
