import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Inloggning och roller', en: 'Sign-in and roles' },
  notYours: {
    sv: 'Den här sidan är för administratörer.',
    en: 'This page is for administrators.',
  },
  lead: {
    sv: 'Personalen loggar in med sina vanliga konton. Här säger du vad grupperna eller rollerna i kommunens katalog betyder i Budkavle. En ändring gäller vid varje persons nästa inloggning.',
    en: 'Staff sign in with their usual accounts. Here you say what the groups or roles in the municipality’s directory mean in Budkavle. A change counts at each person’s next sign-in.',
  },
  keysOnly: {
    sv: 'Ingen inloggning med konto är ansluten: personalen loggar in med nycklar. Den som driver Budkavle ansluter kommunens inloggning med OIDC_ISSUER.',
    en: 'No sign-in with accounts is connected: staff sign in with keys. Those who run Budkavle connect the municipality’s sign-in by OIDC_ISSUER.',
  },
  connected: { sv: 'Ansluten till', en: 'Connected to' },
  claim: { sv: 'Värdena läses ur', en: 'The values are read from' },
  callback: { sv: 'Adress att registrera för inloggning', en: 'Address to register for sign-in' },
  backChannel: { sv: 'Adress att registrera för utloggning', en: 'Address to register for logout' },
  table: { sv: 'Vad värdena betyder', en: 'What the values mean' },
  order: {
    sv: 'Den som har flera värden får alla deras roller. Förvaltningen är den som står först i listan.',
    en: 'Whoever has several values gets all their roles. Their department is the first in the list.',
  },
  none: {
    sv: 'Inget värde betyder något än. Då kommer ingen in med sitt konto.',
    en: 'No value means anything yet. So nobody gets in with their account.',
  },
  row: { sv: 'Värde {n}', en: 'Value {n}' },
  value: { sv: 'Värdet, som katalogen skickar det', en: 'The value, as the directory sends it' },
  department: { sv: 'Förvaltning', en: 'Department' },
  departmentHint: {
    sv: 'Lämna tomt om värdet bara ger roller. Ett nytt namn blir en ny förvaltning.',
    en: 'Leave it empty if the value gives roles only. A new name makes a new department.',
  },
  roles: { sv: 'Roller', en: 'Roles' },
  up: { sv: 'Flytta upp', en: 'Move up' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  add: { sv: 'Lägg till ett värde', en: 'Add a value' },
  save: { sv: 'Spara tabellen', en: 'Save the table' },
  saved: { sv: 'Tabellen är sparad.', en: 'The table is saved.' },
  valueMissing: { sv: 'Skriv värdet.', en: 'Enter the value.' },
  valueTwice: { sv: 'Värdet står två gånger.', en: 'The value stands twice.' },
  meansNothing: { sv: 'Välj en roll eller en förvaltning.', en: 'Choose a role or a department.' },
  waiting: { sv: 'Konton som väntar', en: 'Accounts that wait' },
  waitingLead: {
    sv: 'De här har försökt logga in med en e-postadress som redan hör till någon. Fråga personen på ett annat sätt än med e-post innan du svarar.',
    en: 'These tried to sign in with an e-mail address that belongs to somebody already. Ask the person in another way than by e-mail before you answer.',
  },
  waitingFacts: {
    sv: '{email} hör till {member}. Senaste försöket {time}.',
    en: '{email} belongs to {member}. Last try {time}.',
  },
  same: { sv: 'Det är samma person', en: 'It is the same person' },
  other: { sv: 'Det är någon annan', en: 'It is somebody else' },
} satisfies Record<string, Wording>;
