import { join } from 'node:path';
import { compareRoles, grantsOfRole, RoleMatrix } from '../../src/access/index.ts';
import { loadActions, loadRoles } from '../../src/library/index.ts';
import { medianMs, printLine } from './measure.ts';

const comparedCount = 100;

/** (d) All built-in roles x all known actions of both planes, and the same roles symbolically, which needs no list of actions. */
export function benchAccess(packageFolder: string): void {
  const facts = join(packageFolder, 'facts');
  const loadMs = medianMs(() => void loadRoles(facts));
  const unpackMs = medianMs(() => void loadRoles(facts).all());
  const roles = loadRoles(facts).all();
  const { control, data } = loadActions(facts);
  let grants = 0;
  const matrixMs = medianMs(() => {
    const matrix = new RoleMatrix(roles, { control, data });
    grants = 0;
    for (const index of roles.keys()) grants += matrix.count('control', index) + matrix.count('data', index);
  });
  // Copies, because what a role grants is computed once for each role object.
  const grantsMs = medianMs(() => {
    for (const role of roles) grantsOfRole({ ...role });
  });
  const some = roles.slice(0, comparedCount);
  let within = 0;
  const compareMs = medianMs(() => {
    within = 0;
    for (const one of some)
      for (const other of some) if (compareRoles(one, other).verdict === 'within') within++;
  });
  const cells = roles.length * (control.length + data.length);
  printLine(
    `(d) ${roles.length} roles x ${control.length + data.length} actions, ${grants} granted`,
    `${matrixMs.toFixed(0)} ms`,
    `${(cells / matrixMs / 1e3).toFixed(0)} M cells/s`,
  );
  printLine('    what the roles grant, symbolically', `${grantsMs.toFixed(0)} ms`, '');
  printLine(
    `    is a role within another, ${comparedCount} x ${comparedCount}, ${within} are`,
    `${((compareMs * 1e3) / comparedCount ** 2).toFixed(0)} µs each`,
    '',
  );
  printLine(
    '    loading the roles',
    `${loadMs.toFixed(1)} ms`,
    `${unpackMs.toFixed(1)} ms with all of them unpacked`,
  );
}
