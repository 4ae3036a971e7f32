import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  held: { sv: 'Inga utskick skickas just nu', en: 'Nothing is being sent right now' },
  why: {
    sv: 'Operatören har skickat {unknown} meddelanden som saknas här. Databasen är troligen återläst från en säkerhetskopia. Utskicken stoppades {since} så att ingen får samma meddelande två gånger.',
    en: 'The operator has sent {unknown} messages that are missing here. The database was probably restored from a backup. Sending was stopped {since}, so that nobody gets the same message twice.',
  },
  lost: {
    sv: 'Det som hände efter {knownUntil} kan saknas: avbrutna utskick, nya prenumerationer och invändningar. Nya godkända utskick väntar också. Koder till telefoner skickas som vanligt.',
    en: 'What happened after {knownUntil} may be missing: cancelled broadcasts, new subscriptions and objections. Newly approved broadcasts wait too. Codes to phones are sent as usual.',
  },
  takenOver: { sv: 'Hämtade från operatörens lista: {n}', en: 'Taken over from the operator’s list: {n}' },
  fitsNone: {
    sv: 'Hör inte till något utskick som finns här: {n}. De kan höra till utskick som godkändes efter säkerhetskopian. Skriv inte om dem utan att kontrollera först.',
    en: 'Belong to no broadcast known here: {n}. They may be of broadcasts approved after the backup. Check before you write them again.',
  },
  notToldApart: {
    sv: 'Fasta telefoner där det inte går att se vilket av flera utskick de fick: {n}. De rings inte igen.',
    en: 'Landlines of which nobody can tell which of several broadcasts they got: {n}. They are not called again.',
  },
  decide: { sv: 'Bestäm om utskicken som väntar', en: 'Decide on the broadcasts that wait' },
  who: {
    sv: 'En systemägare eller en tjänsteman i beredskap bestämmer vad som händer.',
    en: 'A service owner or a duty officer decides what happens.',
  },
  parts: {
    sv: '{takenOver} hämtade från operatören, {remaining} kvar att skicka',
    en: '{takenOver} taken over, {remaining} left to send',
  },
  starts: { sv: 'Skickas {moment}.', en: 'Will be sent {moment}.' },
  goOn: { sv: 'Skicka till resten', en: 'Send the rest' },
  goOnFor: { sv: 'Skicka till resten: {name}', en: 'Send the rest: {name}' },
  goOnSure: { sv: 'Skicka till resten: {name}?', en: 'Send the rest: {name}?' },
  goOnWhat: {
    sv: '{remaining} telefoner får då meddelandet. Kontrollera först att utskicket fortfarande gäller: om någon avbröt det efter {knownUntil} syns det inte här.',
    en: '{remaining} phones will get the message. First check that it still holds: if somebody cancelled it after {knownUntil}, that does not show here.',
  },
  goOnYes: { sv: 'Ja, skicka till resten', en: 'Yes, send the rest' },
  inTime: { sv: 'Skicka på sin tid', en: 'Send at its time' },
  inTimeFor: { sv: 'Skicka på sin tid: {name}', en: 'Send at its time: {name}' },
  inTimeSure: { sv: 'Skicka på sin tid: {name}?', en: 'Send at its time: {name}?' },
  inTimeYes: { sv: 'Ja, skicka på sin tid', en: 'Yes, send at its time' },
  cancel: { sv: 'Avbryt utskicket', en: 'Cancel the broadcast' },
  cancelFor: { sv: 'Avbryt utskicket: {name}', en: 'Cancel the broadcast: {name}' },
  sure: { sv: 'Avbryta utskicket till {name}?', en: 'Cancel the broadcast to {name}?' },
  cancelWhat: {
    sv: '{remaining} telefoner får då inte meddelandet. Du kan inte ångra det.',
    en: '{remaining} phones will not get the message. This can’t be undone.',
  },
  cancelYes: { sv: 'Ja, avbryt utskicket', en: 'Yes, cancel the broadcast' },
  cancelNo: { sv: 'Nej, gå tillbaka', en: 'No, go back' },
  goesOn: { sv: 'Skickas', en: 'Is being sent' },
  goesOnFor: { sv: '{name}: resten skickas', en: '{name}: the rest is being sent' },
  goneFrom: { sv: '{name}: väntar inte längre', en: '{name}: waits no longer' },
  over: { sv: 'Utskicken skickas igen', en: 'Broadcasts are being sent again' },
  end: { sv: 'Börja skicka igen', en: 'Start sending again' },
  waits: {
    sv: 'Inga utskick skickas, för operatören svarar inte på vad den har skickat',
    en: 'Nothing is being sent, since the operator does not say what it has sent',
  },
  waitsWhy: {
    sv: 'Databasen startades om {since}. Programmet frågar operatören om och om igen (senaste felet: {why}) och skickar när den svarar.',
    en: 'The database was restarted {since}. The program keeps asking the operator (last error: {why}) and sends when it answers.',
  },
  unasked: { sv: 'Skicka utan svar', en: 'Send without an answer' },
  unaskedSure: {
    sv: 'Skicka utan att veta vad som redan är skickat?',
    en: 'Send without knowing what was sent?',
  },
  unaskedWhat: {
    sv: 'Är databasen återläst från en säkerhetskopia får många samma meddelande två gånger. Är den bara omstartad händer inget.',
    en: 'If the database was restored from a backup, many will get the same message twice. If it was only restarted, nothing happens.',
  },
  unaskedYes: { sv: 'Ja, börja skicka', en: 'Yes, start sending' },
} satisfies Record<string, Wording>;
