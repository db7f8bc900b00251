export type { BicepBytes, BicepFiles, BicepText, FileProblem, ListedFile } from '../bicep-files.ts';
export {
  type ArtifactKind,
  type ArtifactReference,
  isArtifactReference,
  parseArtifactReference,
} from './artifact-reference.ts';
export {
  type BicepConfig,
  builtInBicepConfig,
  extendedPath,
  type RegistryAlias,
  readBicepConfig,
  type TemplateSpecAlias,
} from './bicep-config.ts';
export { cacheFolderOf } from './cache-folder.ts';
export type { ReferenceProblem } from './reference-problem.ts';
export type { RegistryAddress } from './registry-address.ts';
export { fullReference, type ResolvedReference, resolveReference } from './resolve-reference.ts';
export type { TemplateSpecAddress } from './template-spec-address.ts';
