import { describe, expect, it } from 'vitest';
import { modelOf, templateOf } from '../types/template.case.ts';

describe('an extension', () => {
  const codesOf = (specification: string) => {
    const model = modelOf(`extension ${specification} as x`);
    expect(model.template.kind).toBe('object');
    return model.diagnostics.map(({ code }) => code).filter((code) => code === 'LG7105');
  };

  it('has the version that it states, or the one that comes with the language', () => {
    expect(templateOf("extension 'br:contoso.azurecr.io/extensions/dns:2.1.0' as x").imports).toEqual({
      x: { provider: 'Dns', version: '2.1.0' },
    });
    expect(templateOf('extension kubernetes as x').imports).toEqual({
      x: { provider: 'Kubernetes', version: '1.0.0' },
    });
    expect(codesOf('kubernetes')).toEqual([]);
    expect(codesOf("'br:contoso.azurecr.io/extensions/dns:2.1.0'")).toEqual([]);
  });

  it('whose version an alias elsewhere states is said to be guessed', () => {
    expect(codesOf('microsoftGraphV1')).toEqual(['LG7105']);
  });
});
