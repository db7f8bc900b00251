import { describe, expect, it } from 'vitest';
import { howToExport } from './how-to-export.ts';

describe('howToExport', () => {
  it.each([
    [
      'microsoft.insights/DiagnosticSettings',
      'az rest --method get --url "{id}/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview"',
    ],
    [
      'Microsoft.Security/pricings',
      'az rest --method get --url "/subscriptions/{subscriptionId}/providers/Microsoft.Security/pricings?api-version=2024-01-01"',
    ],
    [
      'Microsoft.GuestConfiguration/guestConfigurationAssignments',
      `az graph query --first 1000 -q "guestconfigurationresources | where type =~ 'microsoft.guestconfiguration/guestconfigurationassignments'"`,
    ],
    ['Microsoft.Web/sites/config', 'az rest --method get --url "{id}/config/web?api-version=2023-12-01"'],
    ['Microsoft.Fabrikam/ovens/doors/locks', 'az rest --method get --url "{id}/locks?api-version={version}"'],
    [
      'Microsoft.Fabrikam/warranties',
      'az rest --method get --url "{id}/providers/Microsoft.Fabrikam/warranties?api-version={version}"',
    ],
  ])('brings %s', (type, command) => {
    expect(howToExport(type)).toBe(command);
  });
});
