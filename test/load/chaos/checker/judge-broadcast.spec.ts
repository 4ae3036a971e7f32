import { judgeBroadcast, type ReportTold } from './judge-broadcast.js';

const phones = ['+46701740605', '+46701740606', '+46701740607'] as const;
const audience = new Set<string>(phones);
const ordered = { audience, isCancelled: false };
const rows = [
  { phone: phones[0], status: 'delivered', reason: null },
  { phone: phones[1], status: 'undelivered', reason: null },
  { phone: phones[2], status: 'suppressed', reason: 'quarantined' },
];
const report: ReportTold = {
  planned: 2,
  pending: 0,
  sending: 0,
  accepted: 0,
  sent: 0,
  delivered: 1,
  undelivered: 1,
  failed: 0,
  rejected: 0,
  noReceipt: 0,
  inDoubt: 0,
  unknown: 0,
  cancelled: 0,
  expired: 0,
  suppressed: 1,
};

describe('A broadcast', () => {
  it('has no findings if its report matches its rows, and its rows match its audience', () => {
    expect(judgeBroadcast(ordered, rows, report, 'completed')).toEqual({ missed: [], unexplained: [] });
  });

  it('has no findings if its report leaves out a phone that objected', () => {
    const objecting = [...rows.slice(0, 2), { phone: phones[2], status: 'suppressed', reason: 'objection' }];
    expect(judgeBroadcast(ordered, objecting, { ...report, suppressed: 0 }, 'completed').unexplained).toEqual(
      [],
    );
  });

  it('reports a phone that is not in the ledger as missed', () => {
    const { missed, unexplained } = judgeBroadcast(ordered, rows.slice(1), report, 'completed');
    expect(missed).toEqual([phones[0]]);
    expect(unexplained).not.toEqual([]);
  });

  it.each<[string, Parameters<typeof judgeBroadcast>]>([
    ['a part of the report differs', [ordered, rows, { ...report, delivered: 2 }, 'completed']],
    ['planned is not the sum of its parts', [ordered, rows, { ...report, planned: 3 }, 'completed']],
    ['its report counts too few as suppressed', [ordered, rows, { ...report, suppressed: 0 }, 'completed']],
    ['it never ended', [ordered, rows, report, 'sending']],
    ['it is cancelled, and nobody cancelled it', [ordered, rows, report, 'cancelled']],
    ['it was cancelled, and is completed', [{ ...ordered, isCancelled: true }, rows, report, 'completed']],
    [
      'it has a phone of another audience',
      [{ ...ordered, audience: new Set(phones.slice(1)) }, rows, report, 'completed'],
    ],
    ['it has a phone twice', [ordered, [...rows, rows[0]!], report, 'completed']],
  ])('is unexplained if %s', (_, [given, ledger, told, state]) => {
    expect(judgeBroadcast(given, ledger, told, state).unexplained).not.toEqual([]);
  });
});
