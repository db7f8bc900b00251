export { hasCycles } from './check-cycles.ts';
export { checkFile } from './check-file.ts';
export { pathProblem } from './check-paths.ts';
export { withoutSuppressed } from './suppression.ts';
