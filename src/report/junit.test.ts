import { describe, expect, it } from 'vitest';
import { renderJunit } from './junit.ts';
import { finding, report, sampleReport } from './report.case.ts';

/** Reads the tags of a document and fails when it is not well-formed. */
function tagsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const body = xml.replace('<?xml version="1.0" encoding="UTF-8"?>\n', '');
  const rest = body.replace(
    /<(\/?)([\w-]+)((?: [\w.-]+="[^"<]*")*)(\/?)>/g,
    (_, end, name, attributes, empty) => {
      if (end) expect(open.pop()).toBe(name);
      else {
        tags.push({
          name,
          attributes: Object.fromEntries(
            [...attributes.matchAll(/ ([\w.-]+)="([^"]*)"/g)].map((m) => [m[1], m[2]]),
          ),
        });
        if (!empty) open.push(name);
      }
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/);
  return tags;
}

describe('junit', () => {
  it('has a failure for a finding', () => {
    const xml = renderJunit(report([finding()]));
    expect(xml).toContain(
      '<testcase name="Storage accounts should disable public network access: stprod" ' +
        'classname="Microsoft.Storage/storageAccounts">',
    );
    expect(xml).toContain('<failure message="deny: properties.publicNetworkAccess is &quot;Enabled&quot;, ');
    expect(xml).toContain('fix: set publicNetworkAccess to Disabled\n');
  });

  it('counts what it holds', () => {
    const tags = tagsOf(renderJunit(sampleReport()));
    const count = (name: string) => tags.filter((tag) => tag.name === name).length;
    const sum = (attribute: string) =>
      tags
        .filter((tag) => tag.name === 'testsuite')
        .reduce((total, tag) => total + Number(tag.attributes[attribute]), 0);
    expect(sum('tests')).toBe(count('testcase'));
    expect(sum('failures')).toBe(count('failure'));
    expect(sum('errors')).toBe(count('error'));
    expect(sum('skipped')).toBe(count('skipped'));
    expect(tags[0]).toMatchObject({
      name: 'testsuites',
      attributes: { tests: '13', failures: '6', errors: '4' },
    });
  });

  it('skips what is undecided, and says why', () => {
    expect(renderJunit(sampleReport())).toContain(
      '<skipped message="undecided: because parameter location has no value"/>',
    );
  });

  it('makes an unreadable file an error of its suite', () => {
    const tags = tagsOf(renderJunit(report([], { diagnostics: sampleReport().diagnostics.slice(0, 1) })));
    const suite = tags.find((tag) => tag.attributes.name === 'infra/a.json');
    expect(suite?.attributes).toMatchObject({ tests: '1', errors: '1' });
  });

  it('is well-formed and not empty for an empty report', () => {
    const tags = tagsOf(renderJunit(report([])));
    expect(tags.filter((tag) => tag.name === 'testcase')).toHaveLength(1);
  });
});
