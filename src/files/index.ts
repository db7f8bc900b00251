export { type FolderFiles, folderFiles } from './folder-files.ts';
export { isWithin } from './is-within.ts';
export { operatingProblem } from './operating-problem.ts';
export { type ReadFile, readTextFile } from './read-text-file.ts';
export { replaceFile } from './replace-file.ts';
export { shownPath } from './shown-path.ts';
export { defaultSourceLimits, isJsonFile, type SourceFile, type SourceLimits } from './source-file.ts';
export { textOfBytes } from './text-of-bytes.ts';
