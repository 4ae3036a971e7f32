import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, '../../../dist/console');

/**
 * Also writes a compressed copy of every file: the map is a megabyte, and a phone beside a dug-up street may have
 * little reception.
 */
const compressed = (): Plugin => ({
  name: 'compressed',
  closeBundle() {
    for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(html|css|js|mjs|svg)$/.test(name)) continue;
      const file = join(outDir, name);
      const content = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(content));
      // Quality 9 takes a second for all files. The highest takes ten and saves little.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    }
  },
});

/** The staff console's front end: `src/console/app` is built into `dist/console`, which the web role serves. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { checks: { bundlerTimings: false } },
    // The map is a megabyte, in its own chunk that is loaded when somebody opens it.
    chunkSizeWarningLimit: 1500,
  },
});
