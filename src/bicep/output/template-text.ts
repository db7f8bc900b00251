import type { JsonNode, ObjectNode, PropertyNode } from '../../kernel/index.ts';
import { printJson } from './print-json.ts';

/** Who made a template, as its metadata says. */
export interface Generator {
  readonly name: string;
  readonly version: string;
}

/** A template as JSON text that can be deployed. Its metadata says what made it. */
export function templateText(root: ObjectNode, { name, version }: Generator): string {
  const place = { source: root.source, start: root.start, end: root.start };
  const property = (key: string, value: JsonNode): PropertyNode => ({
    name: key,
    nameStart: root.start,
    nameEnd: root.start,
    value,
  });
  const text = (value: string): JsonNode => ({ kind: 'scalar', ...place, value });
  const generator = property('_generator', {
    kind: 'object',
    ...place,
    properties: [property('name', text(name)), property('version', text(version))],
  });
  const own = root.properties.find((one) => one.name === 'metadata')?.value;
  const metadata = property('metadata', {
    kind: 'object',
    ...place,
    properties: [generator, ...(own?.kind === 'object' ? own.properties : [])],
  });
  const others = root.properties.filter((one) => one.name !== 'metadata');
  const at = others.findIndex((one) => one.name === 'contentVersion') + 1;
  return printJson({ ...root, properties: [...others.slice(0, at), metadata, ...others.slice(at)] });
}
