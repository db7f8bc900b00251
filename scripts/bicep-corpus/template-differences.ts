import { type Difference, differences } from './difference.ts';

const sections = ['parameters', 'variables', 'definitions', 'functions', 'resources', 'outputs'] as const;
export type Section = (typeof sections)[number];

/**
 * Where a template that we made and the compiler's are not the same, section by section. Nested templates are compared where they are
 * files of their own. The order of a list of resources means nothing.
 */
export function templateDifferences(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): ReadonlyMap<Section | 'languageVersion', readonly Difference[]> {
  const found = new Map<Section | 'languageVersion', readonly Difference[]>();
  for (const section of [...sections, 'languageVersion'] as const) {
    const list = differences(ours[section], theirs[section], {
      isUnordered: (path) => path.endsWith('.dependsOn') || (section === 'resources' && path === ''),
      isSkipped: (path) => path.endsWith('.properties.template'),
    });
    if (list.length > 0) found.set(section, list);
  }
  return found;
}
