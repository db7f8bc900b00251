import { parseJson, type Value } from '../kernel/index.ts';
import { type ExpandOptions, type Expansion, expand } from './expand.ts';
import type { ParameterSource } from './parameter-source.ts';

/** Expands a template for a test; an object without `$schema` is one for a resource group. */
export function expandTemplate(template: unknown, options: ExpandOptions = {}): Expansion {
  return expand(parseJson('main.json', templateText(template)), options);
}

/** The text of a template: as given, or of an object with what every template has. */
export function templateText(template: unknown): string {
  if (typeof template === 'string') return template;
  return JSON.stringify({
    $schema: schemaOf('deployment'),
    contentVersion: '1.0.0.0',
    resources: [],
    ...(template as object),
  });
}

/** The `$schema` of a template for a scope: `deployment`, `subscriptionDeployment` ... */
export function schemaOf(scope: string): string {
  return `https://schema.management.azure.com/schemas/2019-04-01/${scope}Template.json#`;
}

/** Parameter values as the caller gives them. */
export function given(values: Readonly<Record<string, Value>>): ParameterSource[] {
  return Object.entries(values).map(([name, value]) => ({ kind: 'given', name, value }));
}

/** The value of an expression in a template of its own; `others` are its other sections. */
export function evaluateText(expression: string, others: object = {}, options: ExpandOptions = {}): Value {
  const { outputs } = expandTemplate(
    { ...others, outputs: { it: { type: 'object', value: expression } } },
    options,
  );
  return (outputs.it as { value: Value }).value;
}

/** The codes of an expansion's diagnostics, in order. */
export function codesOf(expansion: Expansion): string[] {
  return expansion.diagnostics.map((entry) => entry.code);
}
