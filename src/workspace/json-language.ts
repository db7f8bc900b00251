import { posix } from 'node:path';
import { childNode, type JsonDocument, type JsonNode, parseJson, stringOf } from '../kernel/index.ts';
import type { TemplateLanguage } from './template-language.ts';

/** Templates and parameter files in JSON (articles/azure-resource-manager/templates/syntax.md). */
export const jsonLanguage: TemplateLanguage = {
  extensions: ['.json', '.jsonc'],
  concerns: (text) => /deployment(template|parameters)\.json/i.test(text),
  read: (path, text, { limits }) => parseJson(path, text, limits),
  linkedPaths,
  isForTemplate,
  usedTemplate: () => undefined,
};

/**
 * `x.parameters.json` and `x.<environment>.parameters.json` are for the template `x`
 * (articles/azure-resource-manager/templates/parameter-files.md#file-name).
 */
function isForTemplate(parameterFile: string, template: string): boolean {
  if (posix.dirname(parameterFile) !== posix.dirname(template)) return false;
  const base = posix
    .basename(template)
    .replace(/\.(jsonc?|bicep)$/i, '')
    .toLowerCase();
  const name = posix.basename(parameterFile).toLowerCase();
  const match = /^(.+?)\.parameters(?:\.[^.]+)?\.jsonc?$/.exec(name);
  const stem = match?.[1];
  return (
    stem !== undefined &&
    (stem === base || (stem.startsWith(`${base}.`) && !stem.slice(base.length + 1).includes('.')))
  );
}

/** The files that a template's `templateLink`s name. */
function linkedPaths(document: JsonDocument): string[] {
  const found: string[] = [];
  collectLinks(document.root, (text) => {
    for (const match of text.matchAll(/[^'"[\](),]+\.jsonc?/gi)) {
      found.push(
        posix.normalize(
          posix.join(
            posix.dirname(document.source.path),
            match[0].trim().replaceAll('\\', '/').replace(/^\//, ''),
          ),
        ),
      );
    }
  });
  return found;
}

function collectLinks(node: JsonNode | undefined, visit: (text: string) => void): void {
  if (node === undefined || node.kind === 'scalar') return;
  const link = childNode(node, 'templateLink');
  const text = stringOf(childNode(link, 'relativePath')) ?? stringOf(childNode(link, 'uri'));
  if (text !== undefined) visit(text);
  for (const child of node.kind === 'array' ? node.items : node.properties.map((property) => property.value))
    collectLinks(child, visit);
}
