import { withStopInstruction } from './stop-instruction.js';

describe('withStopInstruction', () => {
  it.each<[language: string, text: string]>([
    ['sv', 'Isbanan är öppen.\nSvara STOPP för att avsluta.'],
    ['en', 'Isbanan är öppen.\nReply STOP to unsubscribe.'],
    ['ar', 'Isbanan är öppen.\nReply STOP to unsubscribe.'],
  ])('adds the stop instruction on the last line, only once (%s)', (language, expected) => {
    const once = withStopInstruction('Isbanan är öppen.\n', language);
    expect(once).toBe(expected);
    expect(withStopInstruction(once, language)).toBe(expected);
  });
});
