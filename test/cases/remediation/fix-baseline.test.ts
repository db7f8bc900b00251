import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Checker, type CheckResult, type FixedCode, fixCode, policySet } from '../../../src/assess/index.ts';
import { harmBetween } from '../../../src/assess/remediation/fix-safety.ts';
import { printValue } from '../../../src/bicep/editing/print-value.ts';
import { type BicepFiles, BicepProgram } from '../../../src/bicep/index.ts';
import { type JsonDocument, parseJson, textOfValue, type ValueObject } from '../../../src/kernel/index.ts';
import { loadAliases, loadCapabilities, openPolicyFolder } from '../../../src/library/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { source } = openPolicyFolder('library/baseline', root);
const aliases = loadAliases(`${root}/facts`);
const checker = new Checker({
  policies: policySet({ source }).policies,
  aliases,
  types: loadCapabilities(`${root}/facts`),
  now: '2026-06-15T12:00:00.000Z',
  version: '0.0.0',
});

const problem = { problem: 'there is none' };
const noBicepFiles: BicepFiles = {
  readText: () => problem,
  readBytes: () => problem,
  listFolder: () => problem,
  readArtifact: () => problem,
  environmentVariable: () => undefined,
};

interface Example {
  readonly note: string;
  readonly resources: readonly ValueObject[];
}

const examples = source.ofKind('definition').flatMap((entry) => {
  const { name, examples: own } = entry.value() as unknown as {
    name: string;
    examples: { nonCompliant: readonly Example[] };
  };
  return own.nonCompliant.map(({ note, resources }) => ({ title: `${name}: ${note}`, resources }));
});

/** A way to write resources down. */
interface Writing {
  readonly path: string;
  write(resources: readonly ValueObject[]): string;
  read(text: string): JsonDocument;
}

const json: Writing = {
  path: 'main.json',
  write: (resources) => {
    const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
    return JSON.stringify({ $schema, contentVersion: '1.0.0.0', resources }, null, 2);
  },
  read: (text) => parseJson('main.json', text),
};

const bicep: Writing = {
  path: 'main.bicep',
  write: (resources) =>
    resources
      .map(({ type, apiVersion, ...body }, index) => {
        const layout = { indent: '', unit: '  ', lineEnd: '\n' } as const;
        return `resource r${index} '${textOfValue(type!)}@${textOfValue(apiVersion!)}' = ${printValue(body, layout)}\n`;
      })
      .join('\n'),
  read: (text) => new BicepProgram(noBicepFiles).document('main.bicep', text),
};

function checkText({ read }: Writing, text: string): CheckResult {
  return checker.check({
    templates: [{ document: read(text), parameters: [] }],
    readLinked: () => ({ problem: 'there is none' }),
  });
}

function fixText(writing: Writing, text: string): FixedCode {
  return fixCode({
    first: checkText(writing, text),
    check: (texts) => checkText(writing, texts.get(writing.path) ?? text),
    aliases,
    refusal: () => undefined,
  });
}

describe('fixing the examples of the baseline that are not compliant', () => {
  it.each<[string, Writing]>([
    ['JSON', json],
    ['Bicep', bicep],
  ])('leaves fewer findings and never a new one, in %s', (_, writing) => {
    let [fixed, left] = [0, 0];
    for (const { title, resources } of examples) {
      // Azure gives resources their ids; a template has none.
      const text = writing.write(resources.map(({ id: _id, ...resource }) => resource));
      const first = checkText(writing, text);
      const code = fixText(writing, text);
      const [file] = code.files;
      const after = checkText(writing, file?.after.text ?? text);
      expect(harmBetween(first, after), title).toBeUndefined();
      expect(after.report.findings.length, title).toBe(first.report.findings.length - code.fixed.length);
      expect(
        code.left.map(({ finding }) => finding),
        title,
      ).toEqual(after.report.findings);
      expect(code.files.length > 0, title).toBe(code.fixed.length > 0);
      expect(
        code.left.every(({ reason }) => /^[^\n]{10,}$/.test(reason)),
        title,
      ).toBe(true);
      const again = fixText(writing, file?.after.text ?? text);
      expect(again.files, title).toEqual([]);
      fixed += code.fixed.length;
      left += code.left.length;
    }
    expect(fixed).toBeGreaterThan(600);
    expect(left).toBeGreaterThan(0);
  });
});
