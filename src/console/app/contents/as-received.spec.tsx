import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/answers.js';
import { AsReceived } from './as-received.js';

jest.mock('../session/session.js', () => ({ useSession: () => ({}) }));

const shown = (sms: string, voice?: string): string => {
  const text = { language: 'sv', sms, voice, segments: 1, encoding: 'GSM-7', call: null };
  const texts = [text] as unknown as Broadcast['texts'];
  return render(<AsReceived heading="h2" broadcast={{ kind: 'alert', texts, preview: undefined }} />);
};

describe('the texts as they are received', () => {
  it('warn of a time in the call that the message does not say', () => {
    const html = shown('Vattnet stängs av kl. 12.', 'Vattnet stängs av kl. 09.00.');
    expect(html).toContain('Samtalet säger 09.00');
  });

  it('warn of nothing where the call says the same times, or reads the message', () => {
    expect(shown('Vattnet stängs av kl. 12.', 'Vi stänger av vattnet kl. 12.00.')).not.toContain(
      'Samtalet säger',
    );
    expect(shown('Vattnet stängs av kl. 12.')).not.toContain('Samtalet säger');
  });
});
