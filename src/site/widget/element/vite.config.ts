import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The widget for other websites: `dist/widget/widget.js`, one file. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: join(import.meta.dirname, '../../../../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'widget.ts', formats: ['iife'], name: 'budkavle', fileName: () => 'widget.js' },
  },
});
