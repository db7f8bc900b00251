#!/usr/bin/env node
import { run } from './program.ts';
import { processSurroundings } from './surroundings.ts';

// A reader that has seen enough (`landguard check | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processSurroundings());
