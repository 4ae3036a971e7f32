import { isProvidersStopWord, isStartWord, isStopWord, readKeyword } from './stop-words.js';

describe('a reply to a text', () => {
  it.each([
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'STOPP', 'AVSLUTA'],
    ...[
      'stopp',
      'Stopp!',
      ' stop \n',
      '"STOPP"',
      'S T O P',
      'stop all',
      'opt-out',
      'Opt out.',
      'Avsluta 🙏',
      'ＳＴＯＰ',
      'STOPP tack',
      'Stopp, tack!',
      'Stop. Thank you',
      'STOP STOP',
      'STOPP\n\nSkickat från min iPhone',
      'STOPP /Anna',
      'Stopp tack, mvh Anna Ek',
      'AVSLUTA prenumeration',
      'Stopp alla sms!',
      'STOP ALL thanks',
      'Opt out please',
      'Nej tack, stopp',
      'Stopp, jag vill inte ha fler sms',
      'Stop, I don’t want these messages',
      'Sluta spamma mig',
      'Ta bort mig',
      'Re: STOPP',
      'Hej, stopp tack',
      'Hej!\nStopp\nAnna',
      'Snälla STOPP',
      'Please stop',
      'Ja, stopp tack',
      'Yes please stop',
      'STOPPP',
      'Stoppa',
      'stoppa sms:en',
      'Sluta',
      'Sluta skicka sms!',
      'Jag vill sluta få sms',
      'Kan ni avsluta min prenumeration?',
      'Stop texting me',
      'Avregistrera mig',
      'Avsluta alla ämnen tack',
      'avanmalan',
      'STOPP Skickat från min iPhone',
      'stopp\n\n-- Skickat från min iPhone',
      'ｓｔｏｐｐ　ｔａｃｋ',
      'Stopp\u200b tack',
      'LOPETA kiitos',
      'Hei, lopeta',
      'Pysa\u0308yta\u0308',
      'Fadlan jooji fariimaha',
      'Bisset giitu',
      'توقف',
      'إيقاف من فضلك',
      'ايقاف',
      'إلغاء الاشتراك',
      'أَوْقِف',
      'Стоп',
    ],
  ])('%p is read as stop', (text) => {
    expect(readKeyword(text)).toBe('stop');
    expect(isStopWord(text)).toBe(true);
    expect(isStartWord(text)).toBe(false);
  });

  it.each(['HELP', 'Hjälp!', 'info', 'HELP please'])('%p is read as help', (text) => {
    expect(readKeyword(text)).toBe('help');
  });

  it.each([
    ['STOP', true],
    ['Stop all', true],
    ['STOPP', false],
    ['Stop. Thank you', false],
  ])('%p makes the provider block its sender: %p', (text, blocks) => {
    expect(isProvidersStopWord(text)).toBe(blocks);
  });

  it.each(['START', 'start', 'Starta!', 'UNSTOP', 'yes'])('%p is read as start', (text) => {
    expect(isStartWord(text)).toBe(true);
    expect(isStopWord(text)).toBe(false);
  });

  it.each([
    '',
    ' ',
    'stoppa inte',
    'Kan jag stoppa sms?',
    'Hur stoppar jag?',
    'Slutar ni nu?',
    'Jag vill inte stoppa sms',
    'Jag vill inte ha fler sms',
    'Stopp inte!',
    'Sluta inte skicka sms',
    'don’t stop',
    'Dont stop',
    'bussen stoppar inte här',
    'När slutar avstängningen?',
    'Kan ni sluta gräva på Storgatan?',
    'stopp vatten',
    'Det är stopp',
    'Skolan slutar nu',
    'Kan ni skicka fler sms?',
    'Hej\nbussen gick\nstopp',
    'Gillade ”Svara STOPP för att slippa fler”',
    'لا توقف',
    'Älä lopeta',
    'Kan ni stoppa vattnet?',
    'STOPPA EJ',
    'nonstop',
    'slut',
    'stop 2',
    'Stop the water',
    'Stopp alla bussar',
    'Opt in',
    'Stopp i avloppet /Anna',
    'Svara STOPP för att avsluta.',
    'stop start',
    'вода',
  ])('%p is not a keyword', (text) => {
    expect(readKeyword(text)).toBeUndefined();
  });
});
