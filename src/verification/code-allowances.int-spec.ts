import type { DataSource } from 'typeorm';
import { testConfig } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { SystemClock } from '../kernel/clock.js';
import { AllowancesRepository } from '../platform/allowances/allowances.repository.js';
import { CodeAllowances } from './code-allowances.js';

/**
 * The ranges set aside for fiction. They have five prefixes, so a prefix's allowance never stops a flood in these
 * tests.
 */
const series = ['+467017406', '+468465004', '+463139006', '+464062804', '+469803192'];
const numbers = Array.from(
  { length: 400 },
  (_, i) => `${series[i % 5]!}${String(5 + Math.floor(i / 5)).padStart(2, '0')}`,
);

describe('CodeAllowances', () => {
  let db: DataSource;
  let codes: CodeAllowances;
  let asked: number;

  const ask = async (client: string): Promise<string> => {
    const e164 = numbers[asked++]!;
    return codes.take({ e164, kind: 'mobile' }, codes.hashClient(client)).then(
      () => 'sent',
      (error: unknown) => (error as { code: string }).code,
    );
  };
  /** The number of requests that got a code, each from its own address. */
  const sentOf = async (count: number, address: (i: number) => string): Promise<number> => {
    let sent = 0;
    for (let i = 0; i < count; i++) if ((await ask(address(i))) === 'sent') sent++;
    return sent;
  };

  beforeAll(async () => {
    db = await openTestDatabase();
    const config = await testConfig({});
    const clock = new SystemClock();
    const now = clock.now();
    codes = new CodeAllowances(new AllowancesRepository(db, { now: () => now }, config), config);
    jest.spyOn(codes['log'], 'write').mockReturnValue();
  });
  beforeEach(async () => {
    asked = 0;
    await db.query('TRUNCATE code_allowance');
  });
  afterAll(() => db.destroy());

  it.each([
    ['a /56 of IPv6', 40, (i: number) => `2001:db8:1:2${i.toString(16).padStart(2, '0')}::1`],
    ['a /48 of IPv6', 60, (i: number) => `2001:db8:1:${(i * 256).toString(16)}::1`],
    ['a /24 of IPv4', 60, (i: number) => `192.0.2.${i}`],
  ])('allows %s %d codes an hour', async (_network, most, address) => {
    expect(await sentOf(70, address)).toBe(most);
    expect(await ask(address(0))).toBe('verification.too-many-from-address');
    expect(await ask('198.51.100.7')).toBe('sent');
  });

  it('reserves a quarter of the total for networks that have not asked lately', async () => {
    expect(await sentOf(240, (i) => `2001:db8:${i % 8}:${i.toString(16)}00::1`)).toBe(225);
    expect(await ask('2001:db8:1:ffff::1')).toBe('verification.paused');
    expect(await ask('203.0.113.7')).toBe('sent');
    expect(await ask('203.0.113.8')).toBe('verification.paused');
  });
});
