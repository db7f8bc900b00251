export type { Config } from './config.ts';
export {
  type FoundTemplate,
  type FoundTemplates,
  findTemplates,
  linkedTemplateReader,
  type TemplateSearch,
} from './find-templates.ts';
export { type LoadedConfig, loadConfig } from './load-config.ts';
export { matchesPattern } from './pattern.ts';
