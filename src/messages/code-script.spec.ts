import { writeCodeScript } from './code-script.js';

describe('a call that carries a code', () => {
  it('says who calls, and each digit by itself', () => {
    const script = writeCodeScript({ sender: 'Luleå kommun', code: '041709', language: 'sv' });
    expect(script).toMatchObject({
      voice: { language: 'sv-SE' },
      opening: expect.stringMatching(/^Hej\. Det här är ett automatiskt samtal från Luleå kommun\./),
      lead: 'Din kod är:',
      digits: ['0', '4', '1', '7', '0', '9'],
    });
  });

  it('speaks English with the voice it is given', () => {
    const voice = { language: 'en-US', name: 'a-voice' };
    const script = writeCodeScript({ sender: 'Luleå', code: '123456', language: 'en', voice });
    expect(script).toMatchObject({ voice, again: 'I repeat. Your code is:' });
  });
});
