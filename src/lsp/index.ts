export type { FolderSession, OpenSession, SessionTemplates } from './folder-session.ts';
export { type LanguageServerOptions, serveLanguage } from './language-server.ts';
