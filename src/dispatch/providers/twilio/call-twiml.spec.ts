import { mostSpokenCharacters, writeVoiceScript } from '../../../messages/voice-script.js';
import { writeCodeScript } from '../../../messages/code-script.js';
import { callTwiml, codeTwiml } from './call-twiml.js';

it('of the longest call that may be written is no longer than the provider takes', () => {
  const script = writeVoiceScript({
    sender: 'Upplands Väsby kommun',
    text: 'å'.repeat(mostSpokenCharacters),
    language: 'sv',
    voice: { language: 'sv-SE', name: 'Google.sv-SE-Standard-A' },
  });
  const url = `https://sms.upplandsvasby.example.se/callbacks/twilio/voice-key?t=${'t'.repeat(44)}`;
  expect(callTwiml(script, url).length).toBeLessThan(4000);
});

it('of a code reads it twice, a second between the digits, and asks for no key', () => {
  const script = writeCodeScript({
    sender: 'Upplands Väsby kommun',
    code: '041709',
    language: 'sv',
    voice: { language: 'sv-SE', name: 'Google.sv-SE-Standard-A' },
  });
  const twiml = codeTwiml(script);
  const digits = [...twiml.matchAll(/<Pause length="1"\/><Say [^>]*>(\d)<\/Say>/g)].map(([, digit]) => digit);
  expect(digits.join('')).toBe('041709041709');
  expect(twiml).not.toContain('Gather');
  expect(twiml.length).toBeLessThan(4000);
});
