import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  everyone: { sv: 'Alla utskick', en: 'All broadcasts' },
  progress: { sv: 'Hur det går', en: 'Progress' },
  progressOf: { sv: 'Hur långt utskicket har kommit', en: 'How far the broadcast has come' },
  whom: { sv: 'Vem det når', en: 'Whom it is for' },
  people: { sv: 'Vem gjorde vad', en: 'Who did what' },
  written: { sv: 'Skrevs', en: 'Written' },
  submitted: { sv: 'Skickades för godkännande', en: 'Submitted for approval' },
  submittedCount: { sv: '{who}, när det nådde {n} telefoner', en: '{who}, when it reached {n} phones' },
  approved: { sv: 'Godkändes', en: 'Approved' },
  approvedAlone: { sv: 'Godkändes av en person ensam', en: 'Approved by one person alone' },
  asDutyOfficer: { sv: 'Som tjänsteman i beredskap', en: 'As duty officer' },
  returned: { sv: 'Återlämnades', en: 'Returned' },
  rejected: { sv: 'Avslogs', en: 'Rejected' },
  started: { sv: 'Började skickas', en: 'Sending began' },
  completed: { sv: 'Blev klart', en: 'Completed' },
  by: { sv: '{name}, {moment}', en: '{name}, {moment}' },
  system: { sv: 'Ett system', en: 'A system' },
  expired: {
    sv: 'Tiden har gått ut. Ändra sluttiden för att kunna skicka.',
    en: 'The time has passed. Change the expiry to be able to send.',
  },

  change: { sv: 'Ändra', en: 'Change' },
  goOn: { sv: 'Fortsätt med utkastet', en: 'Continue the draft' },
  approve: { sv: 'Godkänn och skicka', en: 'Approve and send' },
  approveExercise: { sv: 'Godkänn övningen', en: 'Approve the exercise' },
  giveBack: { sv: 'Lämna tillbaka', en: 'Return' },
  reject: { sv: 'Avslå', en: 'Reject' },
  pause: { sv: 'Pausa', en: 'Pause' },
  resume: { sv: 'Fortsätt skicka', en: 'Resume' },
  cancel: { sv: 'Avbryt utskicket', en: 'Cancel the broadcast' },
  notNow: { sv: 'Nej, gå tillbaka', en: 'No, go back' },

  decide: { sv: 'Ska det här skickas?', en: 'Should this be sent?' },
  decideHow: {
    sv: 'När du godkänner börjar det skickas direkt.',
    en: 'When you approve, sending begins at once.',
  },
  decideAhead: {
    sv: 'Läs texten och se vilka den når. Beslutet tar du längst ner på sidan.',
    en: 'Read the text and see whom it reaches. The decision is at the end of the page.',
  },
  toDecision: { sv: 'Till beslutet', en: 'To the decision' },
  waits: { sv: 'Väntar på en annan person', en: 'Waiting for another person' },
  ownHand: {
    sv: 'Du har skrivit, ändrat eller skickat in utskicket. Därför kan du inte godkänna det. Be en kollega som får godkänna.',
    en: 'You wrote, changed or submitted this broadcast. Therefore you cannot approve it. Ask a colleague who may approve.',
  },
  noRole: {
    sv: 'Du har inte rätt att godkänna utskick. Be en kollega som får godkänna.',
    en: 'You may not approve broadcasts. Ask a colleague who may.',
  },
  approveSure: { sv: 'Godkänn och skicka till {phones}?', en: 'Approve and send to {phones}?' },
  approveSureExercise: { sv: 'Godkänn övningen till {phones}?', en: 'Approve the exercise to {phones}?' },
  approveAll: {
    sv: 'Det börjar skickas direkt till {audience}.',
    en: 'Sending to {audience} begins at once.',
  },
  newCount: {
    sv: 'Skriv antalet telefoner som utskicket når nu',
    en: 'Type the number of phones the broadcast reaches now',
  },
  newCountDiffers: {
    sv: 'Det når {phones}. Skriv det antalet.',
    en: 'It reaches {phones}. Type that number.',
  },
  breakGlass: {
    sv: 'Du har själv skrivit eller skickat in utskicket. Som tjänsteman i beredskap får du ändå godkänna det när det brådskar. Det syns i loggen.',
    en: 'You wrote or submitted this broadcast yourself. As duty officer you may still approve it when it burns. That shows in the log.',
  },
  breakGlassWhy: { sv: 'Varför kan ingen annan godkänna?', en: 'Why can nobody else approve?' },
  breakGlassShort: { sv: 'Skriv minst tio tecken.', en: 'Write at least ten characters.' },
  returnSure: { sv: 'Lämna tillbaka till den som skrev', en: 'Return to the writer' },
  returnWhy: { sv: 'Vad behöver ändras?', en: 'What needs to change?' },
  rejectSure: { sv: 'Avslå utskicket', en: 'Reject the broadcast' },
  rejectHow: {
    sv: 'Ett avslaget utskick kan inte ändras eller skickas.',
    en: 'A rejected broadcast cannot be changed or sent.',
  },
  rejectWhy: { sv: 'Varför avslår du det?', en: 'Why do you reject it?' },
  noteMissing: {
    sv: 'Skriv varför, så att den som skrev förstår.',
    en: 'Say why, so that the writer understands.',
  },
  cancelSure: { sv: 'Avbryt utskicket?', en: 'Cancel the broadcast?' },
  cancelHow: {
    sv: 'Det som redan är skickat kan inte tas tillbaka. Resten skickas inte.',
    en: 'What is sent already cannot be taken back. The rest is not sent.',
  },
  cancelDraftHow: {
    sv: 'Det går sedan inte att ändra eller skicka. Inget har skickats.',
    en: 'It can then no longer be changed or sent. Nothing has been sent.',
  },
  noteFrom: { sv: 'Kommentar från {name}', en: 'Note from {name}' },
  noteMissingName: { sv: 'den som beslutade', en: 'the one who decided' },
} satisfies Record<string, Wording>;
