import { defineConfig } from 'vitest/config';

/** The part of the suite that says quickly whether landguard works at all on another version of Node. */
export default defineConfig({
  test: {
    include: [
      'src/kernel/**/*.test.ts',
      'src/template/*.test.ts',
      'test/cases/**/*.test.ts',
      'test/example.test.ts',
    ],
    testTimeout: 120_000,
  },
});
