import { posix, win32 } from 'node:path';

/** The parts of the surroundings that decide where the libraries are. */
export interface LibrarySurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/**
 * The folder that holds the libraries of this user: `$LANDGUARD_LIBRARY`, else where the platform keeps data of applications
 * (XDG Base Directory Specification; Known Folders of Windows; File System Programming Guide of macOS).
 */
export function libraryFolder({ env, platform, home }: LibrarySurroundings): string {
  if (env.LANDGUARD_LIBRARY) return env.LANDGUARD_LIBRARY;
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'landguard', 'library');
  }
  // A relative XDG_DATA_HOME is invalid and ignored, as the specification asks.
  if (env.XDG_DATA_HOME?.startsWith('/')) return posix.join(env.XDG_DATA_HOME, 'landguard', 'library');
  const data = platform === 'darwin' ? 'Library/Application Support' : '.local/share';
  return posix.join(home, data, 'landguard', 'library');
}
