// npm start: installs if needed, builds, checks the example landing zone, assesses the example estate and says where to go next.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
if (!existsSync('dist/cli.js') || process.env.LANDGUARD_REBUILD) run('npm', ['run', '--silent', 'build']);
console.log('Checking examples/landing-zone with the baseline policies\n$ npx landguard check\n');
const { status } = spawnSync(process.execPath, ['../../dist/cli.js', 'check'], {
  cwd: 'examples/landing-zone',
  stdio: 'inherit',
});
if (status !== 0 && status !== 1) process.exit(status ?? 1);

const report = 'posture.html';
console.log(`
Assessing examples/estate
$ npx landguard assess estate --policies baseline --output html=${report}
`);
const assessed = spawnSync(
  process.execPath,
  ['../dist/cli.js', 'assess', 'estate', '--policies', 'baseline', '--output', `html=${report}`],
  { cwd: 'examples', stdio: 'inherit' },
);
if (assessed.status !== 0) process.exit(assessed.status ?? 1);

console.log(`
Asking examples/estate how a team gets more than it was given
$ npx landguard access escalations --from sg-cluster-administrators --exported all
`);
const asked = spawnSync(
  process.execPath,
  ['../dist/cli.js', 'access', 'escalations', '--from', 'sg-cluster-administrators', '--exported', 'all'],
  { cwd: 'examples', stdio: 'inherit' },
);
if (asked.status !== 1) process.exit(asked.status ?? 1);
console.log(`
What next:
  examples/posture.html                            the estate's posture, in a browser
  node dist/cli.js check <folder>                  your own Bicep and ARM templates
  node dist/cli.js assess <folder>                 your own estate, exported as docs/estate.md says
  node dist/cli.js access who-can Microsoft.KeyVault/vaults/secrets/getSecret/action kv-shop --estate examples/estate
  node dist/cli.js estate generate demo            an estate made up, of any size
  node dist/cli.js check examples/landing-zone --verbose
  node dist/cli.js expand examples/landing-zone/workload/main.json
  node dist/cli.js library add alz                 Microsoft's landing zone policies
  examples/*/README.md                             what is planted there, and why it is found
  README.md, docs/                                 everything else`);
