import type { IForbiddenRuleType } from 'dependency-cruiser';

// The rooms and which of them each may use (docs/architecture.md). Imports go through a room's door, down the list, never in a circle.
export const rooms: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  template: ['kernel'],
  bicep: ['kernel', 'template'],
  policy: ['kernel', 'template'],
  files: ['kernel'],
  estate: ['kernel'],
  'estate-files': ['kernel', 'files', 'estate'],
  access: ['kernel', 'estate'],
  library: ['kernel', 'policy', 'access', 'files'],
  posture: ['kernel', 'policy', 'estate'],
  assess: ['kernel', 'template', 'bicep', 'policy', 'estate', 'access', 'library', 'posture'],
  report: ['kernel'],
  store: ['kernel', 'estate', 'posture'],
  azure: ['kernel', 'estate'],
  workspace: ['kernel', 'template', 'files', 'bicep', 'library'],
  lsp: ['kernel', 'template', 'bicep', 'files', 'assess', 'report', 'workspace'],
  cli: [
    'kernel',
    'template',
    'bicep',
    'policy',
    'files',
    'estate',
    'estate-files',
    'access',
    'library',
    'posture',
    'assess',
    'report',
    'store',
    'azure',
    'workspace',
    'lsp',
  ],
};

/** Rooms that touch no file system, network, clock or process: those come in as arguments. */
const domainRooms = [
  'kernel',
  'template',
  'bicep',
  'policy',
  'estate',
  'access',
  'posture',
  'assess',
  'report',
];

export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-circle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  ...Object.entries(rooms).flatMap(([room, allowed]) => [
    {
      name: `${room}-uses-only-rooms-below`,
      severity: 'error' as const,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    },
    {
      name: `${room}-uses-doors`,
      severity: 'error' as const,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/${room}/|^src/[^/]+/index\\.ts$` },
    },
  ]),
  {
    name: 'domain-is-pure',
    severity: 'error',
    from: { path: `^src/(${domainRooms.join('|')})/` },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, pathNot: '^src/[^/]+/index\\.ts$|^src/cli/main\\.ts$' },
    to: {},
  },
];
