// `npm run dev`: the program as `npm start` runs it, restarted on a change of the server, and the console by Vite, which
// reloads the page on a change of its own. Both end with Ctrl-C.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

const port = process.env.PORT || '3000';
await prepare();

const { createServer } = await import('vite');
const vite = await createServer({
  configFile: path.join(root, 'src', 'console', 'app', 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    cors: false,
    // Everything but the console's own files comes from the program. It compares Origin with Host, so Host stays as it is.
    proxy: { '^/(?!console/|@)': { target: `http://127.0.0.1:${port}`, changeOrigin: false } },
  },
});
await vite.listen();
console.log(`The console, reloaded on every change: ${vite.resolvedUrls.local[0]}`);

const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const program = spawn(process.execPath, [nest, 'start', '--watch', '--', 'demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // A process group of its own: Nest starts a shell, which passes no signal on to the program.
  detached: true,
});
program.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.kill(-program.pid, signal));
