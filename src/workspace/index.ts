export { addExclusions } from './add-exclusions.ts';
export { type BicepFilesOptions, bicepFilesOf } from './bicep-files.ts';
export type { Config } from './config.ts';
export {
  type FoundTemplate,
  type FoundTemplates,
  findTemplates,
  type TemplateSearch,
} from './find-templates.ts';
export { linkedTemplateReader } from './linked-template-reader.ts';
export { type LoadedConfig, loadConfig } from './load-config.ts';
export { loadRoles, loadWaivers, type ReviewedPath } from './load-reviewed.ts';
export { noOverlay, type Overlay } from './overlay.ts';
export { matchesPattern } from './pattern.ts';
export { type FileFacts, factsOf, factsOfText, indexFiles, TemplateIndex } from './template-index.ts';
export { languageOf, readDocument, type TemplateReading } from './template-language.ts';
