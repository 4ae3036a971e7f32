import { writeCodeScript } from './code-script.js';

describe('writeCodeScript', () => {
  it('names the caller and says each digit by itself', () => {
    const script = writeCodeScript({ sender: 'Luleå kommun', code: '041709', language: 'sv' });
    expect(script).toMatchObject({
      voice: { language: 'sv-SE' },
      opening: expect.stringMatching(/^Hej\. Det här är ett automatiskt samtal från Luleå kommun\./),
      lead: 'Din kod är:',
      digits: ['0', '4', '1', '7', '0', '9'],
    });
  });

  it('uses the English words and the given voice', () => {
    const voice = { language: 'en-US', name: 'a-voice' };
    const script = writeCodeScript({ sender: 'Luleå', code: '123456', language: 'en', voice });
    expect(script).toMatchObject({ voice, again: 'I repeat. Your code is:' });
  });
});
