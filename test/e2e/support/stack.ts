import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { Client } from 'pg';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { freePort } from '../../support/free-port.js';

const root = process.cwd();
const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** SCREENSHOTS=folder keeps a screenshot of every page that is checked. */
const pictures = process.env['SCREENSHOTS'];

/** The keys of the demo's two people. */
const keys = ['e2e-key-of-the-first', 'e2e-key-of-the-second'] as const;

/**
 * The built product as `npm start` runs it, with a small municipality, and a browser. It uses the embedded services, or
 * a real database (and Redis) when TEST_DATABASE_URL is set.
 */
export class Stack {
  private constructor(
    readonly site: string,
    readonly simulator: string,
    private readonly program: ChildProcess,
    private readonly home: string,
  ) {}

  /** axe checks copies of script-free pages in this page. It is reused: loading axe takes longer than most checks. */
  private copy?: Promise<Page>;

  readonly keys = keys;

  private readonly browsers = new Map<'plain' | 'maps', Promise<Browser>>();

  static async start(): Promise<Stack> {
    const home = mkdtempSync(join(tmpdir(), 'budkavle-e2e-'));
    const [port, simulatorPort] = [await freePort(), await freePort()];
    const server = process.env['TEST_DATABASE_URL'];
    // A ready-made embedded database without data.
    const template = process.env['TEST_EMBEDDED_TEMPLATE'];
    if (template) cpSync(template, join(home, 'database'), { recursive: true });
    const services = server
      ? {
          DATABASE_URL: await freshDatabase(server),
          REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
          // Runs that share one Redis have separate doorbells and rates.
          QUEUE_PREFIX: `e2e-${process.pid}`,
        }
      : {};
    const program = spawn(process.execPath, [join(root, 'dist/src/main.js'), 'demo'], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        BUDKAVLE_HOME: home,
        BUDKAVLE_DEMO_KEYS: keys.join(','),
        DEMO_RESIDENTS: '1000',
        PORT: String(port),
        SIMULATOR_PORT: String(simulatorPort),
        LOG_LEVEL: 'error',
        // The receivers of the tests.
        WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
        // The test is of the whole path, not of a contract's rate: high rates make it short.
        SMS_SEGMENTS_PER_SECOND: '1000',
        CALLS_PER_SECOND: '200',
        ...services,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await ready(program);
    return new Stack(`http://localhost:${port}`, `http://127.0.0.1:${simulatorPort}`, program, home);
  }

  async stop(): Promise<void> {
    // allSettled: the product is stopped even if a browser could not be launched.
    await Promise.allSettled([...this.browsers.values()].map(async (browser) => (await browser).close()));
    const ended = new Promise((resolve) => this.program.once('exit', resolve));
    this.program.kill('SIGTERM');
    await ended;
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Opens a page in a browser context of its own. With `maps` the browser has WebGL. */
  async visit(
    path: string,
    { maps = false, ...options }: BrowserContextOptions & { maps?: boolean } = {},
  ): Promise<Page> {
    const kind = maps ? 'maps' : 'plain';
    const browser = this.browsers.get(kind) ?? launch({ maps });
    this.browsers.set(kind, browser);
    const context = await (await browser).newContext({ locale: 'sv-SE', baseURL: this.site, ...options });
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /**
   * What axe finds on a page in its present state. Keeps a screenshot if SCREENSHOTS is set.
   *
   * @param scripts false if the page has JavaScript off: axe needs timers, so it checks a copy that has JavaScript
   */
  async faultsOf(page: Page, name: string, { scripts = true } = {}): Promise<string[]> {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    if (scripts) return axeOn(page, name);
    this.copy ??= this.visit('/healthz');
    const copy = await this.copy;
    await copy.setViewportSize(page.viewportSize()!);
    await copy.setContent(await page.content());
    return axeOn(copy, name);
  }

  /** What a phone has received, oldest first. */
  async handset(e164: string): Promise<{ kind: string; text: string; from: string }[]> {
    const answer = await fetch(`${this.simulator}/handsets/${encodeURIComponent(e164)}`);
    return ((await answer.json()) as { received: { kind: string; text: string; from: string }[] }).received;
  }

  async call<T>(who: 0 | 1, method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.site}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${keys[who]}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

const launch = ({ maps }: { maps: boolean }): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      ...[
        '--no-sandbox',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
      // A map needs WebGL. There is no graphics card, so software renders it, which slows every page down.
      ...(maps
        ? ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
        : ['--disable-gpu']),
    ],
  });

/** Loads axe through the debugger, which no content security policy stops. */
async function axeOn(page: Page, name: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(
    ({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

async function freshDatabase(server: string): Promise<string> {
  const name = `budkavle_e2e_${process.pid}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Resolves when the program prints that it is ready. Fails with its output if it exits before. */
function ready(program: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Budkavle is ready')) resolve();
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)));
  });
}
