import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azureCommand, escapeAzureData, escapeAzureProperty } from './azure-pipelines-command.ts';

/** As the agent does it, in its order, for properties and messages alike. */
function unescapeAsAgent(text: string): string {
  const lines = text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return lines.replaceAll('%5D', ']').replaceAll('%AZP25', '%');
}

const text = fc
  .array(fc.constantFrom('%', '\r', '\n', ';', ']', '=', '%AZP25', 'AZP25', '25', '%3B', '3B', '%5D', 'a'))
  .map((parts) => parts.join(''));

describe('azureCommand', () => {
  it('is undone by the agent', () => {
    fc.assert(fc.property(text, (value) => unescapeAsAgent(escapeAzureData(value)) === value));
    fc.assert(fc.property(text, (value) => unescapeAsAgent(escapeAzureProperty(value)) === value));
  });

  it('is one line whose properties end where they should', () => {
    fc.assert(
      fc.property(text, text, (code, message) => {
        const command = azureCommand('task.logissue', { type: 'error', code: `c${code}` }, message);
        expect(command).toMatch(/^##vso\[task\.logissue type=error;code=[^\r\n;\]]*;\][^\r\n]*\n$/);
      }),
    );
  });
});
