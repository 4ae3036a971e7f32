import { mostSpokenCharacters, writeVoiceScript } from '../../../messages/voice-script.js';
import { callTwiml } from './call-twiml.js';

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
