// Checks the dependency rules of the rooms, and that the tool looked at the rooms at all.

import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { forbidden } from './rooms.ts';

const moduleCountMin = 150;
const { output } = await cruise(['src'], {
  ruleSet: { forbidden },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '\\.(test|case)\\.ts$|-for-test\\.ts$' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: { extensions: ['.ts', '.js'] },
});
if (typeof output === 'string') throw new Error(output);
const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`);
const roomCount = readdirSync('src').length;
console.log(`rooms: ${roomCount} rooms, ${totalCruised} modules, ${violations.length} violations`);
if (totalCruised < moduleCountMin) {
  console.error(`only ${totalCruised} modules were looked at, expected at least ${moduleCountMin}`);
  process.exit(1);
}
if (violations.length > 0) process.exit(1);
