// Builds dist/: the library (tsc), then the CLI as one bundle, so that it starts fast.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const compiled = spawnSync(
  process.execPath,
  ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.build.json'],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
await build({
  entryPoints: { cli: 'src/cli/main.ts', 'bench/main': 'test/bench/main.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
  },
  logLevel: 'error',
});
chmodSync('dist/cli.js', 0o755);

// The baseline is packed like any library: one file that opens in a few milliseconds instead of 184 that do not.
const { addLibrary } = await import('../dist/library/index.js');
const packed = await addLibrary('baseline', { folder: 'dist', from: 'library/baseline', now: new Date(0) });
for (const { message } of packed.diagnostics) console.error(message);
if (packed.manifest === undefined) process.exit(1);
