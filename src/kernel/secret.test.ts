import { describe, expect, it } from 'vitest';
import { isSecretAt } from './secret.ts';

describe('isSecretAt', () => {
  it.each([
    [['properties', 'administratorLoginPassword'], 'x'],
    [['properties', 'siteConfig', 'appSettings', 2, 'value'], 'anything'],
    [['properties', 'siteConfig', 'connectionStrings', 0, 'connectionString'], 'x'],
    [['properties', 'template', 'containers', 0, 'environmentVariables', 1, 'value'], 'x'],
    [['properties', 'primaryKey'], 'x'],
    [['properties', 'description'], 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abcdef123456=='],
    [['tags', 'note'], '-----BEGIN RSA PRIVATE KEY-----'],
  ])('hides %j', (path, text) => {
    expect(isSecretAt(path, text)).toBe(true);
  });

  it.each([
    [['properties', 'publicNetworkAccess'], 'Enabled'],
    [['properties', 'siteConfig', 'appSettings', 2, 'name'], 'PaymentApiSecret'],
    [['properties', 'keyVaultUri'], 'https://kv.vault.azure.net/'],
    [['properties', 'minimumTlsVersion'], 'TLS1_0'],
    [['sku', 'name'], 'Standard_LRS'],
  ])('shows %j', (path, text) => {
    expect(isSecretAt(path, text)).toBe(false);
  });
});
