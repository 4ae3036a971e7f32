import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import { ScheduledPanel } from './scheduled-panel.js';
import { MissedNote, MovedIn, useWhenApproved } from './start-notes.js';

jest.mock('../../api/use-post-once.js', () => ({ usePostOnce: () => ({ busy: false }) }));

const broadcast = {
  id: 'b1',
  state: 'scheduled',
  allowed: ['edit', 'start-now', 'cancellation'],
  startsAt: '2027-02-01T12:00:00Z',
  expiresAt: '2027-02-01T16:00:00Z',
  planned: 2,
  mayBeFollowed: true,
} as unknown as Broadcast;
const panel = (change: Partial<Broadcast> = {}) =>
  render(<ScheduledPanel broadcast={{ ...broadcast, ...change }} onChanged={() => undefined} />);

describe('a scheduled broadcast on its page', () => {
  it('says when it is sent, and can be changed, sent now or cancelled', () => {
    for (const said of ['13:00', 'Ändra', 'Skicka nu', 'Avbryt utskicket']) expect(panel()).toContain(said);
  });

  it('offers only what is allowed', () => {
    expect(panel({ allowed: [] })).not.toContain('<button');
  });

  it('that is held for its topic can’t be sent now', () => {
    const held = panel({ heldUntil: '2027-02-02T06:00:00Z' });
    expect(held).toContain('07:00');
    expect(held).not.toContain('Skicka nu');
  });

  it('says before the approval that it waits for the hours of its topic', () => {
    function When({ opensAt }: { opensAt?: string }) {
      return <>{useWhenApproved({ ...broadcast, startsAt: undefined, opensAt }, 'genast')}</>;
    }
    expect(render(<When opensAt="2027-02-02T06:00:00Z" />)).toContain('07:00');
    expect(render(<When />)).toBe('genast');
  });

  it('that was missed says that nobody got it', () => {
    expect(render(<MissedNote broadcast={broadcast} />)).toContain('Ingen har fått det');
  });

  it('says how many phones came meanwhile, one step from an extension', () => {
    const page = render(<MovedIn broadcast={{ ...broadcast, movedIn: 3 }} />);
    expect(page).toContain('3 telefoner');
    expect(page).toContain('/broadcasts/b1/follow/extension');
    expect(render(<MovedIn broadcast={broadcast} />)).toBe('');
  });
});
