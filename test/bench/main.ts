import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchAccess } from './bench-access.ts';
import { benchCli } from './bench-cli.ts';
import { benchEscalation } from './bench-escalation.ts';
import { benchEstate } from './bench-estate.ts';
import { benchExpand } from './bench-expand.ts';
import { benchPolicy } from './bench-policy.ts';
import { benchWhoCan } from './bench-who-can.ts';

let packageFolder = dirname(fileURLToPath(import.meta.url));
while (!existsSync(join(packageFolder, 'package.json'))) packageFolder = dirname(packageFolder);

// Machines are noisy: the ratios are what to compare. Folders given as arguments are expanded too.
const [first, ...rest] = process.argv.slice(2);
if (first === '--estate') await benchEstate(packageFolder, Number(rest[0]));
else if (first === '--who-can') await benchWhoCan(packageFolder);
else {
  benchExpand(join(packageFolder, '../shared/corpus/templates/quickstarts'));
  for (const folder of process.argv.slice(2)) benchExpand(folder);
  benchPolicy(false);
  benchPolicy(true);
  benchAccess(packageFolder);
  await benchEscalation(packageFolder, 10_000);
  benchCli(packageFolder);
  // In processes of their own, for their memory to be their own.
  spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--who-can'], {
    stdio: 'inherit',
  });
  for (const count of ['50000', '200000'])
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--estate', count], { stdio: 'inherit' });
}
