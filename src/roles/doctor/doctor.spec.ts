import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BrandFolder } from '../../../test/support/brand-folder.js';
import { runDoctor } from './doctor.js';

describe('the doctor, if DATABASE_URL is not set', () => {
  let home: string;
  let printed: jest.SpyInstance<void, Parameters<typeof console.log>>;
  beforeEach(() => {
    home = path.join(mkdtempSync(path.join(tmpdir(), 'budkavle-doctor-')), 'home');
    printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => {
    printed.mockRestore();
    rmSync(path.dirname(home), { recursive: true });
  });
  const examine = async (settings = {}): Promise<string> => {
    await runDoctor({ program: '', args: [], env: { BUDKAVLE_HOME: home, ...settings } });
    return printed.mock.calls.map(([line]) => String(line)).join('\n');
  };

  it('reports what would start, says how to set another database, and creates nothing', async () => {
    const said = await examine();
    expect(said).toContain('note  DATABASE_URL is not set, and the embedded database does not run\n');
    expect(said).toContain('set DATABASE_URL=postgres://');
    expect(said).toContain(`ok    It has no data yet in ${home}`);
    expect(said).toMatch(/^ok {4}\d+ MB are free for it, and 400 MB are needed$/m);
    expect(said).toContain('All is well.');
    expect(existsSync(home)).toBe(false);
  });

  it('reports the data of an earlier start', async () => {
    mkdirSync(path.join(home, 'database'), { recursive: true });
    writeFileSync(path.join(home, 'prepared'), '');
    const said = await examine();
    expect(said).toContain(`ok    Its data lies in ${home}`);
    expect(said).toContain('and 50 MB are needed');
  });

  it('reports an interrupted first start', async () => {
    mkdirSync(path.join(home, 'database'), { recursive: true });
    writeFileSync(path.join(home, 'database-unfinished'), '');
    expect(await examine()).toContain(`note  Its data in ${home} was left unfinished`);
  });

  it('reports a municipality name that makes texts more expensive', async () => {
    expect(await examine({ MUNICIPALITY_NAME: 'Gällivare kommun/Jielleváre gielda' })).toContain(
      'note  MUNICIPALITY_NAME has á: each code and topic text takes two SMS or more',
    );
  });

  it('reports each fault of the brand, or that its contrasts are sufficient', async () => {
    const folder = new BrandFolder();
    expect(await examine({ BRAND_FOLDER: folder.path })).toMatch(
      /^ok {4}The brand in .* all \d+ contrasts are sufficient$/m,
    );
    folder.write('brand.yaml', 'colours: { light: { accent: "#7a0c1e", accentText: "#aa4455" } }');
    await expect(examine({ BRAND_FOLDER: folder.path })).rejects.toThrow('wrong.');
    expect(printed.mock.calls.join('\n')).toMatch(
      /^BAD {3}The brand is wrong: colours\.light\.accentText: #aa4455 .*nearest colour that passes is #/m,
    );
    folder.remove();
  });

  it('still reports wrong settings', async () => {
    await expect(examine({ ALERT_SENDER: 'Luleå' })).rejects.toThrow('One thing is wrong.');
    await expect(examine({ PORT: 'a lot' })).rejects.toThrow(/PORT: /);
  });
});
