import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redacted, type ValueObject } from '../kernel/index.ts';
import { type Redaction, redactSecrets, SecretHint, settingsIn } from './redact-secrets.ts';

function redact(body: ValueObject, redaction: Partial<Redaction> = {}): ValueObject {
  const copy = structuredClone(body);
  redactSecrets(copy, { looksAtTexts: true, ...redaction });
  return copy;
}

describe('redactSecrets', () => {
  it.each([
    'adminPassword',
    'primaryKey',
    'connectionString',
    'clientSecret',
    'sasToken',
    'customData',
    'userData',
    'commandToExecute',
    'secretText',
    'workspaceKey',
    'functions_key',
    'Authorization',
  ])('replaces a text called %s, wherever it is', (name) => {
    expect(redact({ properties: { profile: [{ [name]: 'hunter2' }] } })).toEqual({
      properties: { profile: [{ [name]: redacted }] },
    });
  });

  it('leaves empty texts, flags and what only sounds like a secret', () => {
    const body = {
      properties: {
        adminPassword: '',
        disablePasswordAuthentication: true,
        clientSecret: null,
        keyVaultUri: 'https://contoso.vault.azure.net/',
        minimumTlsVersion: 'TLS1_2',
        allowSharedKeyAccess: false,
      },
    };
    expect(redact(body)).toEqual(body);
  });

  it('replaces the values of settings and keeps their names', () => {
    const list = (hidden: string) => [{ name: 'DB', value: hidden }];
    const body = (hidden: string): ValueObject => ({
      properties: {
        siteConfig: {
          appSettings: list(hidden),
          connectionStrings: [{ name: 'a', connectionString: hidden }],
        },
        template: { containers: [{ env: list(hidden) }] },
        containers: [{ environmentVariables: list(hidden) }],
      },
    });
    expect(redact(body('plain'))).toEqual(body(redacted));
  });

  it('replaces the value of a parameter that is called like a secret', () => {
    const body = (hidden: string): ValueObject => ({
      properties: { parameters: { adminPassword: { type: 'String', value: hidden }, size: { value: 'S' } } },
    });
    expect(redact(body('hunter2'))).toEqual(body(redacted));
  });

  it.each([
    ['an address with a password', 'amqp://shop:hunter2@contoso.example/queue'],
    ['a connection string', 'Server=sql.contoso.example;Password=hunter2hunter2;'],
    ['a signed address', 'https://contoso.example/?sv=1&sig=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
  ])('replaces %s whatever its name is', (_, text) => {
    expect(redact({ properties: { note: text, list: [text] } })).toEqual({
      properties: { note: redacted, list: [redacted] },
    });
  });

  it('leaves addresses without a password', () => {
    const body = { note: 'https://contoso.example:8080/a@b', mail: 'ada@contoso.example' };
    expect(redact(body)).toEqual(body);
  });

  it('leaves template expressions and settings in policies, but not secrets', () => {
    const body = {
      properties: {
        policyRule: { then: { details: { adminPassword: "[parameters('p')]", name: 'hunter2' } } },
        parameters: { settings: { value: 'Audit' } },
        note: 'Password=hunter2hunter2',
      },
    };
    const shown = redact(body, { isPolicy: true });
    expect(shown).toEqual({ properties: { ...body.properties, note: redacted } });
    const literal = redact({ adminPassword: { defaultValue: 'hunter2' } }, { isPolicy: true });
    expect(literal).toEqual({ adminPassword: { defaultValue: redacted } });
  });

  it('hides all of a list of settings, or its value', () => {
    const body = { name: 'appsettings', properties: { DB: 'x', value: 'y' } };
    expect(redact(body, { settings: 'all' }).properties).toEqual({ DB: redacted, value: redacted });
    expect(redact(body, { settings: 'value' }).properties).toEqual({ DB: 'x', value: redacted });
  });

  it('changes nothing but texts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const body = JSON.parse(JSON.stringify(object)) as ValueObject;
        const shape = (_: string, value: unknown) =>
          typeof value === 'string' || typeof value === 'number' ? 0 : value;
        expect(JSON.stringify(redact(body), shape)).toBe(JSON.stringify(body, shape));
      }),
    );
  });
});

describe('SecretHint', () => {
  it('is true of every document that holds a text that looks like a secret', () => {
    const secrets = [
      'AccountKey=abcdefgh',
      '-----BEGIN PRIVATE KEY-----',
      'https://shop:hunter2@contoso.example',
      `${'a'.repeat(86)}==`,
      'sig=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.string(), fc.string(), (secret, before, after) => {
        const json = JSON.stringify({ a: [`${before} ${secret}`], after });
        expect(new SecretHint(json).mayHoldSecret).toBe(true);
      }),
    );
  });

  it('is true where escapes may hide one', () => {
    for (const json of [
      '{"a":"amqp:\\/\\/shop:hunter2@contoso.example"}',
      '{"a":"Account\\u004bey=abcdefgh"}',
    ])
      expect(new SecretHint(json).mayHoldSecret).toBe(true);
  });

  it('is false of a plain document', () => {
    expect(new SecretHint('{"name":"shop","mail":"ada@contoso.example"}').mayHoldSecret).toBe(false);
  });
});

describe('settingsIn', () => {
  it.each([
    ['Microsoft.Web/sites/config', 'shop/appsettings', 'all'],
    ['microsoft.web/sites/slots/config', 'shop/blue/connectionStrings', 'all'],
    ['Microsoft.Web/sites/config', 'shop/web', undefined],
    ['Microsoft.AppConfiguration/configurationStores/keyValues', 'shop/a', 'value'],
    ['Microsoft.Storage/storageAccounts', 'shop', undefined],
  ])('of %s %s are %s', (type, name, settings) => {
    expect(settingsIn(type, name)).toBe(settings);
  });
});
