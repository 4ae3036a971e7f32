import twilio from 'twilio';
import { perform, textReplies } from './twiml.js';

describe('a simulated listener', () => {
  it('hears TwiML from Twilio’s own library, in order and with repeats', () => {
    const response = new twilio.twiml.VoiceResponse();
    response.say({ language: 'sv-SE', loop: 2 }, 'Luleå kommun: "vattnet" & <el>');
    response.pause({ length: 1 });
    response.gather({ numDigits: 1, action: 'https://x.example/keys?t=1&u=2' }).say('Tryck 1.');
    response.say('Hej då.');
    expect(perform(response.toString())).toEqual({
      heard: ['Luleå kommun: "vattnet" & <el>', 'Luleå kommun: "vattnet" & <el>', 'Tryck 1.', 'Hej då.'],
      keysTo: 'https://x.example/keys?t=1&u=2',
    });
  });

  it.each([
    ['stops at a hang-up', '<Response><Say>a</Say><Hangup/><Say>b</Say></Response>', ['a']],
    [
      'hears speech with SSML markup',
      '<Response><Say>a<break time="1s"/>b <s>c</s></Say></Response>',
      ['a b c'],
    ],
    ['hears nothing in a pause', '<Response><Pause length="3"/></Response>', []],
    [
      'hears a recording as its URL',
      '<Response><Play>https://x.example/a.mp3</Play></Response>',
      ['[ljudfil https://x.example/a.mp3]'],
    ],
    [
      'understands CDATA, comments and numeric entities',
      '<?xml version="1.0"?><!-- x --><Response><Say><![CDATA[<&>]]>&#229;&#xE4;</Say></Response>',
      ['<&>åä'],
    ],
    [
      'notes digits that are read one by one on one line',
      '<Response><Say>Koden:</Say><Say>4</Say><Pause/><Say>1</Say><Say>Igen:</Say><Say>4</Say><Say>1</Say></Response>',
      ['Koden:', '4 1', 'Igen:', '4 1'],
    ],
    [
      'stops an endless repeat after 10 times',
      '<Response><Say loop="0">a</Say></Response>',
      Array<string>(10).fill('a'),
    ],
  ])('%s', (_name, xml, heard) => {
    expect(perform(xml)?.heard).toEqual(heard);
  });

  it('stops at a redirect and reports its target', () => {
    expect(perform('<Response><Say>a</Say><Redirect>/next</Redirect><Say>b</Say></Response>')).toEqual({
      heard: ['a'],
      redirect: '/next',
    });
  });

  it.each([
    '',
    'hello',
    '<Say>a</Say>',
    '<Response><Say>a</Response>',
    '<Response/><Response/>',
    '<Response a=b/>',
  ])('rejects text that is not TwiML: %j', (xml) => {
    expect(perform(xml)).toBeUndefined();
  });

  it('rejects a hostile document without long backtracking', () => {
    const xml = `<Response ${'a="b" '.repeat(20_000)}<`;
    expect(perform(xml)).toBeUndefined();
  });
});

describe('textReplies', () => {
  it('returns the texts of Message, with or without Body, and keeps line breaks', () => {
    const response = new twilio.twiml.MessagingResponse();
    response.message('Tack\nför sms');
    response.message('').body('Två');
    expect(textReplies(response.toString())).toEqual(['Tack\nför sms', 'Två']);
    expect(textReplies('no xml')).toEqual([]);
  });
});
