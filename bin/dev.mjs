// `npm run dev`: runs the program as `npm start` does, and restarts it when server code changes. Vite serves the
// console and reloads its page when the console's code changes. Ctrl-C ends both.
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
    // Requests for anything but the console's files go to the program. It compares Origin with Host, so keep Host.
    proxy: { '^/(?!console/|@)': { target: `http://127.0.0.1:${port}`, changeOrigin: false } },
  },
});
await vite.listen();
console.log(`The console, which reloads on every change: ${vite.resolvedUrls.local[0]}`);

const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const program = spawn(process.execPath, [nest, 'start', '--watch', '--', 'demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // Its own process group: Nest starts a shell, which does not forward signals to the program.
  detached: true,
});
program.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.kill(-program.pid, signal));
