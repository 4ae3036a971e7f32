import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const digest = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Installs and builds only what is missing or out of date.
 *
 * @param load whether to build the load runs too
 * @returns the path of the built program
 */
export async function prepare({ load = false } = {}) {
  install();
  build(load ? [...parts, loadRuns] : parts);
  return at('dist', 'src', 'main.js');
}

function install() {
  const stamp = at('node_modules', '.budkavle-installed');
  const wanted = () => digest(read(at('package-lock.json')) ?? '');
  if (read(stamp) === wanted()) return;
  // npm install may have been run by hand after the last change of the lock file.
  const byHand = at('node_modules', '.package-lock.json');
  const isFresh = existsSync(byHand) && statSync(byHand).mtimeMs >= statSync(at('package-lock.json')).mtimeMs;
  if (!isFresh) {
    console.log('Installing what Budkavle needs …');
    // Warnings about packages are for the maintainers, not for a new user. A failure is still printed in full.
    npm(['install', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error']);
  }
  writeFileSync(stamp, wanted());
}

function npm(args) {
  // Under `npm start` this is the path of npm's own script, which runs without a shell on every system.
  const program = process.env.npm_execpath;
  const { status, error } = program?.endsWith('.js')
    ? spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0)
    throw new Error(
      `\`npm ${args[0]}\` failed${error ? `: ${error.message}` : ''}. Is there a network, and space on the disk?`,
    );
}

/** Hash of the names, sizes and modification times of a part's sources. Reading a thousand files would take longer. */
function fingerprint(paths, without) {
  const lines = [];
  const look = (file) => {
    if (without.some((pattern) => pattern.test(file))) return;
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) look(path.join(file, name));
    else lines.push(`${path.relative(root, file)} ${stat.size} ${stat.mtimeMs}`);
  };
  for (const name of paths) look(at(name));
  return digest(lines.join('\n'));
}

const specs = /\.(spec|int-spec|e2e-spec)\.tsx?$/;

const parts = [
  {
    name: 'program',
    without: [specs, /[\\/]console[\\/]app$/, /[\\/]widget[\\/]element$/],
    from: ['src', 'migrations', 'geo', 'nest-cli.json', '.swcrc', 'package-lock.json'],
    build: buildProgram,
    isThere: () => existsSync(at('dist', 'src', 'main.js')),
  },
  {
    name: 'console',
    without: [specs],
    from: ['src/console/app', 'src/kernel', 'src/messages', 'src/site/style/tokens.css', 'package-lock.json'],
    build: () => buildPages('src/console/app'),
    isThere: () => existsSync(at('dist', 'console', 'index.html')),
  },
  {
    name: 'widget',
    without: [specs],
    from: ['src/site/widget/element', 'package-lock.json'],
    build: () => buildPages('src/site/widget/element'),
    isThere: () => existsSync(at('dist', 'widget', 'widget.js')),
  },
];

const loadRuns = {
  name: 'load runs',
  without: [],
  from: ['test/load', 'test/support', '.swcrc', 'package-lock.json'],
  build: buildLoadRuns,
  isThere: () => existsSync(at('dist', 'test', 'load')),
};

function build(wanted) {
  for (const part of wanted) {
    const stamp = at('dist', `.built-${part.name}`);
    const sources = fingerprint(part.from, part.without);
    if (part.isThere() && read(stamp) === sources) continue;
    console.log(`Building the ${part.name} …`);
    part.build();
    writeFileSync(stamp, sources);
  }
}

function buildProgram() {
  const nest = JSON.parse(read(at('nest-cli.json')));
  const { options } = nest.compilerOptions.builder;
  buildBeside(options.filenames, (made) => {
    options.outDir = path.relative(root, made);
    const config = path.join(made, 'nest-cli.json');
    writeFileSync(config, JSON.stringify(nest));
    run('@nestjs/cli/bin/nest.js', ['build', '--config', path.relative(root, config)]);
  });
}

function buildLoadRuns() {
  const folders = ['test/load', 'test/support'];
  buildBeside(folders, (made) => run('@swc/cli/bin/swc.js', [...folders, '-d', made, '--quiet']));
}

/**
 * Builds into a folder beside `dist`, then swaps the two. No program starts on half a build, and files whose source was
 * deleted disappear. The folder is at the same depth as `dist`, because source maps hold relative paths.
 */
function buildBeside(folders, make) {
  const made = at(`.building-${process.pid}`);
  mkdirSync(made, { recursive: true });
  try {
    make(made);
    for (const folder of folders) {
      rmSync(at('dist', folder), { recursive: true, force: true });
      mkdirSync(path.dirname(at('dist', folder)), { recursive: true });
      renameSync(path.join(made, folder), at('dist', folder));
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function buildPages(folder) {
  run('vite/bin/vite.js', ['build', '--config', `${folder}/vite.config.ts`, '--logLevel', 'warn']);
}

function run(tool, args) {
  mkdirSync(at('dist'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}
