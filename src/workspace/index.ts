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
export { matchesPattern } from './pattern.ts';
