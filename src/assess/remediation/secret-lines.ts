import { isSecretAt, type JsonNode, parseJson } from '../../kernel/index.ts';

/** The lines of a JSON text, counted from 0, on which a secret stands: a value that must not be shown by its name, its place or what it looks like. */
export function secretLines(text: string): ReadonlySet<number> {
  const { root, source } = parseJson('', text);
  const lines = new Set<number>();
  if (root !== undefined)
    visit(root, [], ({ start, end }) => {
      const [first, last] = [source.positionAt(start).line, source.positionAt(end).line];
      for (let line = first; line <= last; line++) lines.add(line - 1);
    });
  return lines;
}

function visit(node: JsonNode, path: readonly (string | number)[], onSecret: (node: JsonNode) => void): void {
  if (node.kind === 'object')
    for (const { name, value } of node.properties) visit(value, [...path, name], onSecret);
  else if (node.kind === 'array')
    for (const [position, item] of node.items.entries()) visit(item, [...path, position], onSecret);
  else if (typeof node.value === 'string' && isSecret(node.value, path)) onSecret(node);
}

/** A parameter's value is named by the parameter. An expression is none: it says where the secret is. */
function isSecret(text: string, path: readonly (string | number)[]): boolean {
  if (text === '' || (text.startsWith('[') && !text.startsWith('[['))) return false;
  const isOfParameter = /^(value|defaultValue)$/i.test(String(path.at(-1)));
  return isSecretAt(path, text) || (isOfParameter && isSecretAt(path.slice(0, -1), text));
}
