import { describe, expect, it } from 'vitest';
import { personalChoice } from './personal-choice.ts';

describe('what a change decides for people', () => {
  it.each([
    [['location']],
    [['sku', 'name']],
    [['properties', 'storageProfile', 'imageReference', 'publisher']],
    [['properties', 'pricingTier']],
    [['properties', 'subnets', 0, 'sku']],
    [['Kind']],
  ])('is said of %j', (path) => {
    expect(personalChoice(path)).toContain('decides what is deployed');
  });

  it.each([
    [['properties', 'minimumTlsVersion']],
    [['properties', 'networkAcls', 'defaultAction']],
    [['identity', 'type']],
    [['tags', 'name']],
    [['properties', 'encryption', 'services', 'blob', 'keyType']],
    [[]],
  ])('is nothing of %j', (path) => {
    expect(personalChoice(path)).toBeUndefined();
  });
});
