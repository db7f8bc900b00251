import { describe, expect, it } from 'vitest';
import { libraryFolder } from './library-folder.ts';

describe('library folder', () => {
  it.each([
    [
      'what the user says',
      { LANDGUARD_LIBRARY: '/srv/x', XDG_DATA_HOME: '/data' },
      'linux',
      '/home/u',
      '/srv/x',
    ],
    ['XDG', { XDG_DATA_HOME: '/data' }, 'linux', '/home/u', '/data/landguard/library'],
    [
      'a relative XDG, which is invalid',
      { XDG_DATA_HOME: 'data' },
      'linux',
      '/home/u',
      '/home/u/.local/share/landguard/library',
    ],
    ['Linux', {}, 'linux', '/home/u', '/home/u/.local/share/landguard/library'],
    ['macOS', {}, 'darwin', '/Users/u', '/Users/u/Library/Application Support/landguard/library'],
    ['Windows', { LOCALAPPDATA: 'D:\\Local' }, 'win32', 'C:\\Users\\u', 'D:\\Local\\landguard\\library'],
    ['Windows without it', {}, 'win32', 'C:\\Users\\u', 'C:\\Users\\u\\AppData\\Local\\landguard\\library'],
  ] as const)('%s', (_, env, platform, home, folder) => {
    expect(libraryFolder({ env, platform, home })).toBe(folder);
  });
});
