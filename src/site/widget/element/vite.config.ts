import { join } from 'node:path';
import { defineConfig } from 'vite';

const withoutSpaces = (css: string): string =>
  css.replaceAll(/\s+/gu, ' ').replaceAll(/ ?([{};:,]) ?/gu, '$1');

/** The widget for other websites: `dist/widget/widget.js`, one file. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    {
      name: 'smaller-style',
      transform: (code, file) =>
        file.endsWith('element/style.ts') ? code.replace(/`[^`]*`/u, withoutSpaces) : undefined,
    },
  ],
  build: {
    outDir: join(import.meta.dirname, '../../../../dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'widget.ts', formats: ['iife'], name: 'budkavle', fileName: () => 'widget.js' },
  },
});
