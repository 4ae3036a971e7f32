import { withStopInstruction } from './stop-instruction.js';

describe('withStopInstruction', () => {
  it.each<[language: string, link: string | undefined, text: string]>([
    ['sv', undefined, 'Isbanan är öppen.\nSvara STOPP för att avsluta.'],
    ['en', undefined, 'Isbanan är öppen.\nReply STOP to unsubscribe.'],
    ['ar', undefined, 'Isbanan är öppen.\nReply STOP to unsubscribe.'],
    ['sv', 'sms.lulea.se/a1', 'Isbanan är öppen.\nAvsluta: sms.lulea.se/a1'],
    ['en', 'sms.lulea.se/$&', 'Isbanan är öppen.\nUnsubscribe: sms.lulea.se/$&'],
  ])('adds the way out on the last line, once (%s, %s)', (language, link, expected) => {
    const once = withStopInstruction('Isbanan är öppen.\n', language, link);
    expect(once).toBe(expected);
    expect(withStopInstruction(once, language, link)).toBe(expected);
  });
});
