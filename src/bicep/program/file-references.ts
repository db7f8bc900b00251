import type { Binding } from '../binding/index.ts';
import { isArtifactReference } from './artifact-reference.ts';

/** The files that a file names, as it writes them: modules, imports, `using` and `extends`. */
export function fileReferences({ modules, imports, using, extends: extended }: Binding): string[] {
  const paths = [
    ...modules.map(({ declaration }) => declaration.path),
    ...imports.map((one) => one.path),
    using?.path,
    extended?.path,
  ];
  const texts = paths.flatMap((path) => (path?.kind === 'string' ? [path.value] : []));
  return [...new Set(texts.filter((text) => !isArtifactReference(text)))];
}
