import { isProvidersStopWord, isStartWord, isStopWord, readKeyword } from './stop-words.js';

describe('an answer', () => {
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
    ],
  ])('stops with %p', (text) => {
    expect(readKeyword(text)).toBe('stop');
    expect(isStopWord(text)).toBe(true);
    expect(isStartWord(text)).toBe(false);
  });

  it.each(['HELP', 'Hjälp!', 'info', 'HELP please'])('asks for help with %p', (text) => {
    expect(readKeyword(text)).toBe('help');
  });

  it.each([
    ['STOP', true],
    ['Stop all', true],
    ['STOPP', false],
    ['Stop. Thank you', false],
  ])('with %p blocks the provider’s sender by itself: %p', (text, blocks) => {
    expect(isProvidersStopWord(text)).toBe(blocks);
  });

  it.each(['START', 'start', 'Starta!', 'UNSTOP', 'yes'])('starts with %p', (text) => {
    expect(isStartWord(text)).toBe(true);
    expect(isStopWord(text)).toBe(false);
  });

  it.each([
    '',
    ' ',
    'Stoppa',
    'please stop',
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
    'Jag vill sluta få sms',
    'stop start',
    'вода',
  ])('is no agreed word: %p', (text) => {
    expect(readKeyword(text)).toBeUndefined();
  });
});
