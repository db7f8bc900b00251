import { expect, test } from 'vitest';
import { compilePolicy } from './compile-policy.ts';

const aliases = { 'Contoso.Web/sites': { 'Contoso.Web/sites/httpsOnly': 'properties.httpsOnly' } };
const httpsOnly = {
  if: {
    allOf: [
      { field: 'type', equals: 'Contoso.Web/sites' },
      { field: 'Contoso.Web/sites/httpsOnly', notEquals: true },
    ],
  },
  then: { effect: "[parameters('effect')]" },
};
const site = (httpsOnly: boolean) => ({ type: 'Contoso.Web/sites', name: 's', properties: { httpsOnly } });

test('evaluates resources', () => {
  const { evaluate, diagnostics } = compilePolicy(httpsOnly, { aliases, parameters: { effect: 'deny' } });
  expect(diagnostics).toEqual([]);
  expect([site(false), site(true), { type: 'a/b' }].map((one) => evaluate(one).verdict)).toEqual([
    'non-compliant',
    'compliant',
    'not-applicable',
  ]);
});

test('overrides the effect', () => {
  const { policy } = compilePolicy(httpsOnly, { aliases, parameters: { effect: 'deny' }, effect: 'audit' });
  expect(policy?.effect.name).toBe('audit');
});

test('knows nothing of aliases that are not given', () => {
  expect(compilePolicy(httpsOnly, { effect: 'audit' }).evaluate(site(false)).verdict).toBe('unknown');
});

test('leaves out types that mode Indexed does not look at', () => {
  const options = {
    aliases,
    effect: 'audit',
    capabilities: { isIndexed: (type: string) => type !== 'contoso.web/sites' },
  };
  expect(compilePolicy(httpsOnly, options).evaluate(site(false)).verdict).toBe('not-applicable');
});

test('looks for related resources in a list or by a lookup', () => {
  const { evaluate } = compilePolicy({
    if: { field: 'type', equals: 'Contoso.Web/sites' },
    then: { effect: 'auditIfNotExists', details: { type: 'Contoso.Web/sites/logs', name: 'default' } },
  });
  const logs = { type: 'contoso.web/sites/LOGS', name: 's/Default' };
  expect(evaluate(site(true), { related: [logs] }).verdict).toBe('compliant');
  expect(evaluate(site(true), { related: [] }).verdict).toBe('non-compliant');
  expect(evaluate(site(true), { related: () => ({ resources: [], complete: false }) }).verdict).toBe(
    'unknown',
  );
  expect(evaluate(site(true)).verdict).toBe('unknown');
});

test('says what is wrong with a definition, and where', () => {
  const { policy, diagnostics, evaluate } = compilePolicy({
    if: { field: 'name', equls: 'x' },
    then: { effect: 'audit' },
  });
  expect(policy).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'LG3002 the policy rule cannot be parsed: there is no operator `equls`; did you mean `equals`? (at /if/equls)',
  ]);
  expect(evaluate(site(true))).toMatchObject({ verdict: 'error', reason: diagnostics[0]!.message });
});
