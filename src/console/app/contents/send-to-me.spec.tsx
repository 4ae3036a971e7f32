import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/answers.js';
import { SendToMe } from './send-to-me.js';

let member: object;
jest.mock('../session/session.js', () => ({ useSession: () => ({ member }) }));
jest.mock('../api/use-post-once.js', () => ({ usePostOnce: () => ({ busy: false }) }));

const shown = (more: Partial<Broadcast> = {}) =>
  render(
    <SendToMe
      heading="h2"
      broadcast={{
        id: 'b1',
        state: 'draft',
        kind: 'alert',
        texts: [{ language: 'sv' }] as unknown as Broadcast['texts'],
        ...more,
      }}
    />,
  );

describe('a sample on one’s own phone', () => {
  beforeEach(() => {
    member = { may: ['broadcast.sample'], phone: '+46701740605' };
  });

  it('is offered as a text and as a call', () => {
    expect(shown()).toContain('Skicka till mig');
    expect(shown()).toContain('Ring mig');
    expect(shown()).toContain('+46701740605');
  });

  it('of a topic is a text only, since topics call nobody', () => {
    expect(shown({ kind: 'topic' })).not.toContain('Ring mig');
  });

  it('asks for a number first when there is none', () => {
    member = { may: ['broadcast.sample'] };
    expect(shown()).toContain('href="/console/me"');
    expect(shown()).not.toContain('Skicka till mig');
  });

  it('is not offered to who may not have it, or after the decision', () => {
    expect(shown({ state: 'completed' })).toBe('');
    member = { may: [], phone: '+46701740605' };
    expect(shown()).toBe('');
  });

  it('asks for the language when there are several', () => {
    expect(shown()).not.toContain('<select');
    const texts = [{ language: 'sv' }, { language: 'en' }] as unknown as Broadcast['texts'];
    expect(shown({ texts })).toContain('<select');
  });
});
