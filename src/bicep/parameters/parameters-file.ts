import {
  childNode,
  type Diagnostics,
  fold,
  isKnown,
  type JsonNode,
  type Limits,
  unknownsIn,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';
import {
  isExpression,
  type ParameterSource,
  parameterProblems,
  printExpression,
  readParameterFile,
} from '../../template/index.ts';
import type { BicepParameters } from './bicep-parameters.ts';
import { ExternalInputs } from './external-inputs.ts';

/**
 * The JSON parameter file of a .bicepparam file: its values computed, secrets as references, external inputs as expressions over the
 * definitions of those inputs. What cannot be written is reported to `diagnostics`.
 */
export function parametersFile(
  { root, template }: BicepParameters,
  diagnostics: Diagnostics,
  limits: Limits,
): ValueObject {
  const inputs = new ExternalInputs();
  const parameters: ValueObject = {};
  const sources = readParameterFile(root, diagnostics, limits);
  const made = template();
  for (const entry of made === undefined ? [] : parameterProblems(made, sources, limits))
    diagnostics.add(entry);
  for (const { name, reference } of entriesOf(root)) {
    const source = sources.find((one) => fold(one.name) === fold(name));
    const entry =
      reference === undefined ? valueEntry(source, inputs) : { reference: referenceOf(reference, inputs) };
    if (entry !== undefined) parameters[name] = entry;
    else if (source?.kind === 'computed') reportUnwritten(name, source, diagnostics);
  }
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters,
    ...(Object.keys(inputs.definitions).length === 0 ? {} : { externalInputDefinitions: inputs.definitions }),
  };
}

/** An error in the value has been reported where it is. */
function reportUnwritten(
  name: string,
  { value, span }: ParameterSource & { kind: 'computed' },
  diagnostics: Diagnostics,
): void {
  const causes = unknownsIn(value).flatMap((one) => one.causes);
  if (diagnostics.hasErrors && causes.some(({ kind }) => kind === 'error' || kind === 'limit')) return;
  const names = [...new Set(causes.map((cause) => cause.name))].join(', ');
  diagnostics.report('LG7126', { name, causes: names || 'what is not known' }, span);
}

/** The parameters of a file, behind them those that it inherits. */
function entriesOf(root: JsonNode | undefined): { name: string; reference: JsonNode | undefined }[] {
  const section = childNode(root, 'parameters');
  const own = section?.kind === 'object' ? section.properties : [];
  const entries = own.map(({ name, value }) => ({ name, reference: childNode(value, 'reference') }));
  const base = childNode(root, 'extends');
  if (base === undefined) return entries;
  const names = new Set(entries.map((entry) => fold(entry.name)));
  return [...entries, ...entriesOf(base).filter((entry) => !names.has(fold(entry.name)))];
}

function valueEntry(source: ParameterSource | undefined, inputs: ExternalInputs): Value | undefined {
  if (source?.kind !== 'computed') return undefined;
  if (isKnown(source.value)) return { value: source.value };
  const isExternal = unknownsIn(source.value).every((one) =>
    one.causes.every(({ kind }) => kind === 'external'),
  );
  const expression = isExternal ? inputs.rewrite(printExpression(source.value)) : undefined;
  return expression === undefined ? undefined : { expression: `[${expression}]` };
}

function referenceOf(node: JsonNode, inputs: ExternalInputs): Value {
  if (node.kind === 'object')
    return Object.fromEntries(node.properties.map(({ name, value }) => [name, referenceOf(value, inputs)]));
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !isExpression(node.value))
    return node.kind === 'scalar' ? node.value : null;
  const rewritten = inputs.rewrite(node.value.slice(1, -1));
  return rewritten === undefined ? node.value : `[${rewritten}]`;
}
