import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Grant, Report } from '../kernel/index.ts';
import { renderConsole } from './console.ts';
import { grantText } from './grant-text.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { finding, nasty, place, report } from './report.case.ts';

const plain = { color: false, verbose: false, quiet: false, width: undefined };

function grant(changes: Partial<Grant> = {}): Grant {
  return {
    fingerprint: 'fedcba9876543210',
    kind: 'role',
    principal: {
      kind: 'userIdentity',
      text: 'the managed identity id-shop',
      resourceId:
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop',
      usedBy: ['the web app app-shop'],
    },
    abilities: ['read every secret in the key vault kv-prod'],
    role: 'Key Vault Secrets User',
    scope: {
      kind: 'resource',
      id: '/kv-prod',
      text: 'the key vault kv-prod',
      type: 'Microsoft.KeyVault/vaults',
    },
    tier: 'data',
    severity: 'info',
    text: 'lets the managed identity id-shop read every secret in the key vault kv-prod',
    condition: undefined,
    resource: { id: '/a', name: 'a', type: 'Microsoft.Authorization/roleAssignments' },
    place: place('infra/main.bicep', 31, 23),
    origins: [{ kind: 'parameter', name: 'role', place: place('infra/main.bicepparam', 4) }],
    unknownBecause: [],
    change: 'new',
    ...changes,
  };
}

const withGrants = (...grants: readonly Grant[]): Report => ({ ...report([]), grants });
const hostile = grant({
  text: nasty,
  role: nasty,
  unknownBecause: [nasty],
  principal: { kind: 'unknown', text: nasty, usedBy: [nasty] },
});

describe('grants in reports', () => {
  it('stand in the console after the findings, each at its line', () => {
    const text = renderConsole(withGrants(grant()), plain);
    expect(text).toContain(
      [
        'This deployment has 1 grant',
        'infra/main.bicep:31:23  info',
        '    lets the managed identity id-shop read every secret in the key vault kv-prod',
        '    role Key Vault Secrets User · new: it has nothing of this today',
      ].join('\n'),
    );
    expect(renderConsole(withGrants(), plain)).toContain('This deployment grants nobody anything');
    expect(renderConsole(report([]), plain)).not.toContain('grant');
  });

  it('stand open in a comment on a pull request', () => {
    const text = renderMarkdown(withGrants(grant()));
    expect(text).toContain('### Grants (1)');
    expect(text).toContain('lets the managed identity id-shop read every secret in the key vault kv-prod');
    expect(renderMarkdown(withGrants())).not.toContain('Grants');
  });

  it('are in JSON as the schema says, and in the order given', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(closed(schema));
    const trust = grant({ kind: 'trust', condition: 'only for role Reader', change: undefined });
    const json = JSON.parse(renderJson(withGrants(grant(), trust)));
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json.grants.map(({ kind }: Grant) => kind)).toEqual(['role', 'trust']);
    expect(JSON.parse(renderJson(report([])))).not.toHaveProperty('grants');
  });

  it('are told in full by explain', () => {
    const text = grantText(grant({ principal: { ...grant().principal, id: 'object-id' } }));
    for (const part of [
      'severity    info',
      'stated at   infra/main.bicep:31:23',
      'from parameter role',
      'used by     the web app app-shop',
      'can         read every secret',
      'today       new',
      'object-id',
    ])
      expect(text).toContain(part);
  });

  it('obey nobody', () => {
    const texts = [
      renderConsole(withGrants(hostile), plain),
      renderMarkdown(withGrants(hostile)),
      grantText(hostile),
    ];
    for (const text of texts) {
      expect(text).not.toContain('\u001b');
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toContain('##vso');
    }
    expect(texts[1]).not.toContain('<script>');
  });

  it('leave the hint to explain a finding to those that a policy says', () => {
    const own = finding({ assignment: undefined });
    expect(renderConsole(report([own]), plain)).not.toContain('landguard explain');
  });
});

/** The schema without room for what it does not name. */
function closed(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value !== null && typeof value === 'object' && value.type === 'object' && value.properties !== undefined
      ? { ...value, additionalProperties: false }
      : value,
  ) as object;
}
