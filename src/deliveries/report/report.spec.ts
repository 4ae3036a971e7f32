import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import type { Report } from '../../broadcasts/broadcast-ledger.js';
import { deliveryStatuses, finalStatuses } from '../delivery.js';
import { percent, percentOf } from '../../broadcasts/broadcast-ledger.js';
import type { StatusCount } from '../ledger/sums.sql.js';
import { writeReport, keyOf } from './report.js';
import { asksForSwedish, reportCsv } from './report-tables.js';

const counts = fc.array(
  fc.record({
    status: fc.constantFrom(...deliveryStatuses),
    channel: fc.constantFrom('sms' as const, 'voice' as const),
    reason: fc.option(
      fc.constantFrom('30003', 'busy', 'objection', 'protected-identity', 'a,b', 'q"q', 'x:y', 'l\r\nl'),
    ),
    deliveries: fc.integer({ min: 1, max: 100_000 }),
    confirmed: fc.integer({ min: 0, max: 3 }),
    resent: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 40 },
);
const alert = { kind: 'alert' as const, audience: { places: ['a'] } };
const secret = ['objection', 'protected-identity'];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const partsOf = ({ planned: _planned, suppressed: _suppressed, reasons: _reasons, ...parts }: Report) =>
  sum(Object.values(parts));
const total = (rows: readonly StatusCount[], fits: (row: StatusCount) => boolean) =>
  sum(rows.filter(fits).map(({ deliveries }) => deliveries));

describe('the report', () => {
  it('adds up: planned is the sum of all parts except suppressed, for any ledger', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const report = writeReport(alert, rows);
        expect(report.planned).toBe(partsOf(report));
        expect(report.planned).toBe(total(rows, ({ status }) => status !== 'suppressed'));
        expect(report.suppressed).toBe(
          total(rows, ({ status, reason }) => status === 'suppressed' && !secret.includes(reason ?? '')),
        );
      }),
    );
  });

  it('the reasons of a status never count more than its deliveries', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const { reasons } = writeReport(alert, rows);
        for (const status of deliveryStatuses) {
          if (status === 'suppressed') continue;
          const told = sum(
            Object.entries(reasons)
              .filter(([key]) => key.startsWith(`${keyOf[status]}:`))
              .map(([, n]) => n),
          );
          expect(told).toBe(total(rows, (row) => row.status === status && row.reason !== null));
        }
      }),
    );
  });

  it('does not change with protected identities and objections, and sums the other suppressed', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const report = writeReport(alert, rows);
        const open = rows.filter((r) => r.status !== 'suppressed' || !secret.includes(r.reason ?? ''));
        expect(report).toEqual(writeReport(alert, open));
        const told = Object.entries(report.reasons).filter(([key]) => key.startsWith('suppressed:'));
        expect(sum(told.map(([, n]) => n))).toBe(report.suppressed);
      }),
    );
  });

  it('hides the reasons of suppressed phones in an update, because the number alerted is known', () => {
    const row = { channel: 'sms' as const, deliveries: 2, confirmed: 0, resent: 0 };
    const rows = ['quarantined', 'objection'].map((reason) => ({
      ...row,
      reason,
      status: 'suppressed' as const,
    }));
    const update = { kind: 'alert' as const, audience: { recipientsOf: 'x' } };
    expect(writeReport(update, rows)).toMatchObject({ suppressed: 0, reasons: {} });
  });

  it('counts a withdrawn phone as undelivered for an alert, and as cancelled for a topic', () => {
    const row = { channel: 'sms' as const, reason: 'withdrawn', deliveries: 1, confirmed: 0, resent: 0 };
    const rows = [{ ...row, status: 'cancelled' as const }];
    expect(writeReport(alert, rows)).toMatchObject({ planned: 1, cancelled: 0, undelivered: 1, reasons: {} });
    expect(writeReport({ kind: 'topic', audience: { topic: 'x' } }, rows)).toMatchObject({
      cancelled: 1,
      undelivered: 0,
      reasons: { 'cancelled:withdrawn': 1 },
    });
  });

  it.each([
    ['comma', {}],
    ['semicolon', { delimiter: ';', bom: true }],
  ] as const)(
    'the CSV separated by %s says the same as the report, for any reasons',
    (separator, reading) => {
      fc.assert(
        fc.property(counts, (rows) => {
          const report = writeReport(alert, rows);
          const table: Record<'status' | 'reason' | 'count', string>[] = parse(
            reportCsv(report, { separator, inSwedish: false }),
            {
              columns: true,
              ...reading,
            },
          );
          const ofStatus = (status: string) =>
            Number(table.find((row) => row.status === status && row.reason === '')?.count);
          const { planned, suppressed, reasons, ...parts } = report;
          expect(ofStatus('planned')).toBe(planned);
          expect(ofStatus('suppressed')).toBe(suppressed);
          expect(sum(Object.keys(parts).map(ofStatus))).toBe(planned);
          const withReason = table.filter((row) => row.reason !== '').map((row) => Number(row.count));
          expect(withReason).toEqual(Object.values(reasons));
        }),
      );
    },
  );

  it('the Swedish table has the same lines as the English one', () => {
    const row = { channel: 'sms' as const, confirmed: 0, resent: 0 };
    const report = writeReport(alert, [
      { ...row, status: 'delivered', reason: null, deliveries: 7 },
      { ...row, status: 'failed', reason: 'busy', deliveries: 2 },
    ]);
    const lines = reportCsv(report, { separator: 'semicolon', inSwedish: true }).split('\r\n');
    expect(lines[0]).toBe('\ufeffutfall;orsak;antal');
    expect(lines).toEqual(
      expect.arrayContaining(['Planerade;;9', 'Framme;;7', 'Misslyckades;;2', 'Misslyckades;Upptaget;2']),
    );
    expect(lines).toHaveLength(
      reportCsv(report, { separator: 'comma', inSwedish: false }).split('\r\n').length,
    );
  });

  it.each([
    ['sv', true],
    ['sv-SE,sv;q=0.9,en;q=0.8', true],
    ['en, sv;q=0.5', false],
    ['*', false],
    [undefined, false],
  ])('Accept-Language %s asks for Swedish: %s', (accept, wish) => {
    expect(asksForSwedish(accept)).toBe(wish);
  });

  it('counts confirmed calls and resent deliveries beside the statuses', () => {
    const row = { channel: 'voice' as const, reason: null, deliveries: 4 };
    const { reasons } = writeReport(alert, [
      { ...row, status: 'delivered', confirmed: 3, resent: 1 },
      { ...row, status: 'failed', confirmed: 0, resent: 2 },
    ]);
    expect(reasons).toEqual({ 'confirmed-by-key': 3, 'sent-again-after-doubt': 3 });
  });

  it('a broadcast without deliveries is 100 % final', () => {
    const report = writeReport(alert, []);
    expect({ planned: report.planned, parts: partsOf(report), percent: percentOf(report) }).toEqual({
      planned: 0,
      parts: 0,
      percent: 100,
    });
  });
});

describe('the percentage of final deliveries', () => {
  it('is the same computed from the report as from the ledger', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const report = writeReport(alert, rows);
        const final = total(rows, ({ status }) => finalStatuses.includes(status));
        expect(percentOf(report)).toBe(percent(final, report.planned));
      }),
    );
  });

  it.each([
    [0, 3, 0],
    [2, 3, 66],
    [999, 1000, 99],
    [1_000_000, 1_000_000, 100],
    [999_999, 1_000_000, 99],
  ])('is 100 only if all are final: %d of %d give %d %%', (final, planned, share) => {
    expect(percent(final, planned)).toBe(share);
  });
});
