import type { CheckBasis, CheckedTemplate, CheckResult } from '../assess/index.ts';
import type { Diagnostic, JsonDocument } from '../kernel/index.ts';
import type { Config, Overlay } from '../workspace/index.ts';

/** The templates that were found, with what was wrong about finding them. */
export interface SessionTemplates {
  readonly templates: readonly CheckedTemplate[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was looked at. */
  readonly paths: readonly string[];
}

/** Configuration and policies of a folder, opened once: a port, which the command line fills. Paths are as people see them. */
export interface FolderSession {
  readonly config: Config;
  /** `undefined` when there is no landguard.yaml. */
  readonly configFile: string | undefined;
  readonly basis: CheckBasis;
  /** Files and folders on the disk, absolute, that the policies come from. */
  readonly policyPaths: readonly string[];
  /** What is wrong with the configuration and the policies. */
  readonly diagnostics: readonly Diagnostic[];
  /** Reads a text in its language, with the files that it takes in. */
  read(path: string, text: string, overlay: Overlay): JsonDocument;
  /** The texts of `overlay` win over the disk. */
  find(paths: readonly string[], overlay: Overlay): SessionTemplates;
  check(found: SessionTemplates, onProgress: undefined, overlay: Overlay): CheckResult;
}

/** Opens the session of a folder; an unsaved landguard.yaml counts. May throw, for options that do not go together. */
export type OpenSession = (folder: string, overlay: Overlay) => Promise<FolderSession>;
