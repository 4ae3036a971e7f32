import { emptyForm } from './form.js';
import { pageOf } from './page-address.js';

const form = (sms: string, page?: string) => ({
  ...emptyForm,
  event: 'leak' as const,
  page,
  texts: [{ language: 'sv', sms }],
});

describe('the address of a page', () => {
  it.each([
    ['alavik.se/vatten', 'https://alavik.se/vatten'],
    [' https://alavik.se ', 'https://alavik.se'],
    ['http://alavik.se', 'http://alavik.se'],
    ['  ', undefined],
  ])('written as %p is sent as %p', (written, sent) => {
    expect(pageOf(form('Läs mer på annan.se', written))).toBe(sent);
  });

  it.each([
    ['Läs mer: alavik.se/vatten.', 'https://alavik.se/vatten'],
    ['Läs mer på https://www.alavik.se/vatten?a=1, eller ring.', 'https://www.alavik.se/vatten?a=1'],
    ['Läs mer (vatten.alavik.se)', 'https://vatten.alavik.se'],
    ['Skriv till info@alavik.se', undefined],
    ['Kl 9.30. Senare mer.', undefined],
    ['Läs [länk]', undefined],
  ])('is taken from the text %p: %p', (sms, sent) => {
    expect(pageOf(form(sms))).toBe(sent);
  });

  it('is not taken from a text without a checklist', () => {
    expect(pageOf({ ...form('Läs mer: alavik.se'), event: undefined })).toBeUndefined();
  });

  it('reads a long text in linear time', () => {
    for (const unit of ['a.', 'a', '.', 'https://', 'a.se'])
      expect(pageOf(form(unit.repeat(10_000 / unit.length)))).not.toBeNull();
  });
});
