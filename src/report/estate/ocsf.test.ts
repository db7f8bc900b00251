import { describe, expect, it } from 'vitest';
import { estateFinding, estateReport } from './estate-report.case.ts';
import { hostileEstateReport } from './hostile-estate-report.case.ts';
import { renderEstateOcsf } from './ocsf.ts';
import { sampleEstateReport } from './sample-estate-report.case.ts';

function eventsOf(report = sampleEstateReport()) {
  return renderEstateOcsf(report)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('ocsf', () => {
  it.each([
    ['sample', sampleEstateReport()],
    ['hostile', hostileEstateReport()],
    [
      'without controls and owner',
      estateReport([estateFinding({ controls: [], owner: '', remediation: undefined })]),
    ],
  ])('has every attribute that OCSF 1.3.0 requires, %s', (_, report) => {
    const events = eventsOf(report);
    expect(events).toHaveLength(report.findings.length);
    for (const event of events) {
      expect([1, 2]).toContain(event.activity_id);
      expect(event).toMatchObject({
        category_uid: 2,
        class_uid: 2003,
        type_uid: 200_300 + event.activity_id,
      });
      expect(event.time).toEqual(expect.any(Number));
      expect([1, 2, 3, 4, 5]).toContain(event.severity_id);
      expect(event.metadata).toMatchObject({
        version: '1.3.0',
        profiles: ['cloud'],
        product: { vendor_name: 'landguard' },
      });
      expect(event.cloud.provider).toBe('Azure');
      expect(event.finding_info.title).not.toBe('');
      expect(event.finding_info.uid).not.toBe('');
      expect(event.compliance.standards.length).toBeGreaterThan(0);
      expect(event.resources[0].uid ?? event.resources[0].name).toEqual(expect.any(String));
      if (event.remediation !== undefined) expect(event.remediation.desc).toEqual(expect.any(String));
    }
  });

  it('says what a finding says', () => {
    const [, event] = eventsOf();
    expect(event).toMatchObject({
      time: Date.parse('2026-11-23T09:35:36.000Z'),
      severity_id: 4,
      severity: 'High',
      status_id: 1,
      message: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
      compliance: { standards: ['MCSB'], control: 'MCSB NS-2', status_id: 3, status: 'Fail' },
      resources: [
        { name: 'stshop', type: 'Microsoft.Storage/storageAccounts', owner: { name: 'shop-team' } },
      ],
      remediation: { desc: 'set publicNetworkAccess to Disabled' },
    });
  });

  it('passes nothing, and suppresses what is exempt', () => {
    const byState = new Map(eventsOf().map((event) => [event.unmapped.state, event]));
    expect(byState.size).toBe(7);
    for (const { compliance } of byState.values()) expect(compliance.status_id).not.toBe(1);
    expect(byState.get('undecided').compliance).toMatchObject({ status_id: 2, status: 'Warning' });
    expect(byState.get('error').compliance).toMatchObject({ status_id: 99, status: 'Error' });
    expect(byState.get('exempt')).toMatchObject({
      status_id: 3,
      status: 'Suppressed',
      compliance: { status_id: 99 },
    });
  });

  it('takes subscription, group and standards from ids and controls', () => {
    const report = estateReport(
      [estateFinding({ controls: ['NIST SP 800-53 AC-2', 'CIS Azure 1.0 3.1', 'lonely'] })],
      0,
      {
        controls: [{ ...sampleEstateReport().controls[0]!, framework: 'CIS Azure', id: '1.0 3.1' }],
      },
    );
    const [event] = eventsOf(report);
    expect(event.compliance.standards).toEqual(['NIST SP 800-53', 'CIS Azure', 'lonely']);
    expect(event.cloud.account.uid).toBe('11111111-0000-0000-0000-000000000001');
    expect(event.resources[0].group).toEqual({ name: 'rg-shop' });
  });

  it('says what is new and what was there before, since when', () => {
    const [open, isNew] = eventsOf();
    expect(open).toMatchObject({
      activity_id: 2,
      activity_name: 'Update',
      type_name: 'Compliance Finding: Update',
      finding_info: {
        first_seen_time: Date.UTC(2026, 8, 1, 6),
        last_seen_time: Date.UTC(2026, 10, 23, 9, 35, 36),
      },
    });
    expect(isNew).toMatchObject({ activity_id: 1, activity_name: 'Create' });
    const [withoutHistory] = eventsOf(estateReport([estateFinding()]));
    expect(withoutHistory.activity_id).toBe(1);
    expect(withoutHistory.finding_info).not.toHaveProperty('first_seen_time');
  });
});
