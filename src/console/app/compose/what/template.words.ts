import type { Wording } from '../../../../kernel/refusal.js';

export const templateWords = {
  template: { sv: 'Mall', en: 'Template' },
  noTemplate: { sv: 'Ingen mall', en: 'No template' },
  templateHint: {
    sv: 'Mallen ger texten och hur brådskande den är.',
    en: 'The template gives the text and its urgency.',
  },
  noTemplates: {
    sv: 'Mallarna går inte att hämta just nu. Skriv texten själv.',
    en: 'The templates can’t be fetched right now. Write the text yourself.',
  },
  gapsLegend: { sv: 'Fyll i mallen', en: 'Fill in the template' },
  forExample: { sv: 'Till exempel: {example}', en: 'For example: {example}' },
  timeHint: {
    sv: 'Skriv som du säger det: i natt 23, imorgon 06, fre 8-16, om två timmar.',
    en: 'Write it as you say it: tonight 11 pm, tomorrow 6, Fri 8-16, in two hours.',
  },
  endHint: {
    sv: 'Skriv som du säger det: imorgon 06, fre 16, om två timmar. Vet ingen än: skriv ”tills vidare”.',
    en: 'Write it as you say it: tomorrow 6, Fri 4 pm, in two hours. If nobody knows yet: “until further notice”.',
  },
  openEnd: {
    sv: 'Texten säger att ingen vet än.',
    en: 'The text says that nobody knows yet.',
  },
  passed: { sv: '(har varit)', en: '(has been)' },
  maybeToday: {
    sv: 'Det är dagen efter den som har börjat. Menar du i dag? Skriv ”i dag”.',
    en: 'That is the day after the one that has begun. Do you mean today? Write “today”.',
  },
  notReviewed: {
    sv: 'Ingen namngiven person har läst mallens text på {languages}.',
    en: 'No named person has read the template’s text in {languages}.',
  },
  reviewedBy: {
    sv: 'Mallens text på {language} är läst av {by} {at}.',
    en: 'The template’s text in {language} was read by {by} on {at}.',
  },
  lacks: {
    sv: 'Mallen saknar {languages}. Översätt själv nedanför.',
    en: 'The template lacks {languages}. Translate it yourself below.',
  },
  madeFrom: { sv: 'Texten började som: {template}.', en: 'The text began as: {template}.' },
  readBy: { sv: 'Vem har läst översättningen?', en: 'Who has read the translation?' },
  readByHint: {
    sv: 'Namnet på den som kan språket och har läst texten. Lämna tomt om ingen har det.',
    en: 'The name of somebody who knows the language and has read the text. Leave empty if nobody has.',
  },
  notReviewedOption: { sv: '{language} (ogranskad)', en: '{language} (not reviewed)' },
  lackingOption: { sv: '{language} (översätt själv)', en: '{language} (translate yourself)' },
  replace: { sv: 'Byta ut din text?', en: 'Replace your text?' },
  replaceWhat: {
    sv: 'Mallen ersätter det som du har skrivit, också det som läses upp i fasta telefoner.',
    en: 'The template replaces what you wrote, also what is read aloud to landlines.',
  },
  replaceSure: { sv: 'Ja, ta mallen', en: 'Yes, take the template' },
  replaceNot: { sv: 'Nej, behåll min text', en: 'No, keep my text' },
  placeChosen: { sv: 'Du har valt: {place}', en: 'You chose: {place}' },
  carried: {
    sv: 'Hämtat från meddelandet som gick ut {moment}. Ändra om det inte stämmer längre.',
    en: 'Taken from the message that went out {moment}. Change it if it no longer holds.',
  },
  translateHint: {
    sv: 'Översätt texten till vänster. Sätt in mallens luckor: de fylls på det här språket.',
    en: 'Translate the text on the left. Put in the template’s placeholders: they are filled in this language.',
  },
  putIn: { sv: 'Sätt in {gap}', en: 'Put in {gap}' },
  becomes: { sv: 'Så här blir det: {text}', en: 'It becomes: {text}' },
} satisfies Record<string, Wording>;
