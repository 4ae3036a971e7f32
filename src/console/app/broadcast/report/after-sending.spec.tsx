import { render } from 'preact-render-to-string';
import { aReport } from '../../../../../test/support/report.js';
import type { Broadcast } from '../../api/answers.js';
import { fileName } from './file-name.js';
import { History } from '../history.js';
import { notHad } from '../unreached/not-had.js';
import { ReportView } from './report-view.js';
import { secondsTaken } from './seconds-taken.js';
import { Signatures } from './signatures.js';

const at = (time: string) => `2026-11-29T${time}Z`;
const text = (html: string): string => html.replace(/<[^>]+>/gu, ' ').replace(/[\s\u00a0]+/gu, ' ');

describe('the report of a sent broadcast', () => {
  const report = aReport({
    planned: 12,
    suppressed: 2,
    delivered: 12,
    reasons: {
      'confirmed-by-key': 2,
      'delivered:answering-machine': 1,
      'suppressed:quarantined': 2,
    },
  });
  const broadcast = {
    id: 'b1',
    state: 'completed',
    audienceName: 'Alavik',
    startedAt: at('18:00:00'),
    completedAt: at('18:08:00'),
    history: [],
    account: {
      sms: { planned: 9, delivered: 9, units: 18, costOre: 990 },
      voice: { planned: 3, delivered: 3, units: 4, costOre: 480 },
    },
  } as unknown as Broadcast;
  const page = text(render(<ReportView broadcast={broadcast} report={report} />));

  it('shows duration and cost, texts and calls separately', () => {
    expect(page).toContain('Tog 8 minuter');
    expect(page).toContain('Sms framme 9 av 9');
    expect(page).toContain('Skickade sms-delar 18 (9,90 kr)');
    expect(page).toContain('Samtal framme 3 av 3');
    expect(page).toContain('Samtal som har ringts 4 (4,80 kr)');
    expect(page).toContain('Kostnad, ungefär 14,70 kr');
  });

  it('counts confirmations among the planned, not the suppressed, and shows answering machines separately', () => {
    const [planned = '', leftOut = ''] = page.split('Utelämnade från början');
    expect(planned).toContain('Bland de planerade Bekräftade med knapptryck: 2');
    expect(planned).toContain('Framme Telefonsvarare tog samtalet: 1');
    expect(leftOut).not.toContain('Bekräftade');
  });

  it('omits a channel that was not used', () => {
    const { account, ...rest } = broadcast;
    const voice = { planned: 0, delivered: 0, units: 0, costOre: 0 };
    const only = { ...rest, account: { sms: account!.sms, voice } };
    expect(text(render(<ReportView broadcast={only} report={report} />))).not.toContain('Samtal framme');
  });
});

describe('a printed broadcast', () => {
  it('has the full date and a place to sign', () => {
    const history = [{ at: at('18:00:00'), act: 'approval' as const, by: { id: '2', name: 'Bo' } }];
    expect(text(render(<History broadcast={{ history } as unknown as Broadcast} />))).toContain(
      '(2026-11-29 19:00)',
    );
    const page = text(render(<Signatures broadcast={{ id: 'b1' }} />));
    expect(page).toMatch(/Utskrivet \d{4}-\d\d-\d\d \d\d:\d\d av/u);
    expect(page).toContain('Underskrift');
  });
});

describe('secondsTaken', () => {
  const times = { startedAt: at('18:00:00'), completedAt: at('18:00:30'), history: [] };
  it.each([
    ['completed', { ...times, state: 'completed' }, 30],
    [
      'cancelled',
      {
        state: 'cancelled',
        startedAt: at('18:00:00'),
        history: [{ at: at('18:02:00'), act: 'cancellation' }],
      },
      120,
    ],
    ['under way', { state: 'sending', startedAt: at('18:00:00'), history: [] }, undefined],
    [
      'cancelled before it began',
      { state: 'cancelled', history: [{ at: at('18:02:00'), act: 'cancellation' }] },
      undefined,
    ],
  ] as const)('secondsTaken is right for a broadcast that is %s', (_what, broadcast, seconds) => {
    expect(secondsTaken(broadcast)).toBe(seconds);
  });
});

describe('notHad', () => {
  it.each([
    [
      'cancelled under way',
      { state: 'cancelled', planned: 9, report: aReport({ cancelled: 4 }) },
      'cancelled',
    ],
    ['cancelled as a draft', { state: 'cancelled' }, undefined],
    ['out of time', { state: 'completed', planned: 9, report: aReport({ expired: 4 }) }, 'expired'],
    ['completed', { state: 'completed', planned: 9, report: aReport({ delivered: 9 }) }, undefined],
  ] as const)('notHad is right for a broadcast that was %s', (_what, broadcast, why) => {
    expect(notHad(broadcast)).toBe(why);
  });
});

describe('the file name of a table', () => {
  it("has the table's name, the broadcast's audience and the date", () => {
    const now = new Date(at('23:30:00'));
    expect(fileName('Går inte att nå', 'Storgatan 12 A (Innerstaden 1:11)', now)).toBe(
      'gar-inte-att-na-storgatan-12-a-innerstaden-1-11-2026-11-30.csv',
    );
  });
});
