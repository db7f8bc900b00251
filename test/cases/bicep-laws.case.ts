import { expect } from 'vitest';
import { BicepProgram } from '../../src/bicep/index.ts';
import { type JsonNode, plainValue } from '../../src/kernel/index.ts';
import { type Expansion, expand, readParameterFile } from '../../src/template/index.ts';
import { memoryFiles } from './bicep-case.ts';

/** What a set of files became. */
export interface Compiled {
  /** The template as text. */
  readonly template: string;
  /** Codes and places of what was found, in order. */
  readonly findings: readonly string[];
  readonly expansion: Expansion;
}

/** Compiles and expands `main.bicep` of these files, and checks what holds for every input whatever. */
export function compileLawfully(files: Readonly<Record<string, string>>): Compiled {
  const once = compile(files);
  const again = compile(files);
  expect(again.template).toBe(once.template);
  expect(again.findings).toEqual(once.findings);
  return once;
}

function compile(files: Readonly<Record<string, string>>): Compiled {
  const program = new BicepProgram(memoryFiles(files));
  const document = program.document('main.bicep', files['main.bicep'] ?? '');
  if (document.root !== undefined) checkPlaces(document.root);
  const parameterFile = files['main.bicepparam'];
  const values =
    parameterFile === undefined ? undefined : program.parameters('main.bicepparam', parameterFile);
  if (values?.root !== undefined) checkPlaces(values.root);
  const expansion = expand(document, { parameters: readParameterFile(values?.root) });
  for (const resource of expansion.resources) void resource.id;
  const written = Object.values(files).join('\n');
  const findings = [...document.diagnostics, ...(values?.diagnostics ?? []), ...expansion.diagnostics].map(
    ({ code, message, advice, span }) => {
      if (span !== undefined) checkSpan(span.start, span.end, span.source.text);
      checkWords(`${message} ${advice}`, written);
      return `${code} ${span?.source.path} ${span?.start}`;
    },
  );
  const template = JSON.stringify(
    document.root === undefined ? null : plainValue(document.root),
    (_, value) => (typeof value === 'bigint' ? `${value}n` : value),
  );
  return { template, findings, expansion };
}

/** Holes that were not filled and values that are no words stand in a message only where they are quoted from what was written. */
function checkWords(said: string, written: string): void {
  for (const [part] of said.matchAll(/\{\w+\}|undefined|\[object/g))
    if (!written.includes(part)) expect.fail(`\`${part}\` in: ${said}`);
}

function checkPlaces(node: JsonNode): void {
  const { text } = node.source;
  checkSpan(node.start, node.end, text);
  if (node.kind === 'array') for (const item of node.items) checkPlaces(item);
  if (node.kind !== 'object') return;
  for (const { nameStart, nameEnd, value } of node.properties) {
    if (nameStart > nameEnd) expect.fail(`a name ends before it begins: ${nameStart}-${nameEnd}`);
    checkPlaces(value);
  }
}

function checkSpan(start: number, end: number, text: string): void {
  if (!(0 <= start && start <= end && end <= text.length))
    expect.fail(`${start}-${end} is not in a text of ${text.length} characters`);
}
