// npm test: installs if needed, checks types, style and rooms, builds, runs every test. The last lines are the test runner's summary.
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
run('npm', ['run', '--silent', 'check']);
run('npm', ['run', '--silent', 'build']);
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
