import type { Wording } from '../../../kernel/refusal.js';
import type { SettledPoint } from '../../../messages/checklist/settle-points.js';

/** How a point is met. */
export const howWords: Record<SettledPoint['how'], Wording> = {
  found: { sv: 'står i texten', en: 'in the text' },
  'in-text': { sv: 'står i texten, enligt skribenten', en: 'in the text, as the writer says' },
  'on-page': { sv: 'står på webbsidan', en: 'on the web page' },
  waived: { sv: 'behövs inte', en: 'not needed' },
  'in-first': { sv: 'stod i det första meddelandet', en: 'in the first message' },
  open: { sv: 'saknas', en: 'missing' },
};

export const words = {
  title: { sv: 'Checklista', en: 'Checklist' },
  waived: { sv: 'Behövs inte, enligt skribenten', en: 'Not needed, as the writer says' },
  onPage: { sv: 'Står på webbsidan', en: 'On the web page' },
  inText: { sv: 'Står i texten, enligt skribenten', en: 'In the text, as the writer says' },
  missing: { sv: 'Saknas', en: 'Missing' },
  missingAdvised: { sv: 'Saknas, men krävs inte', en: 'Missing, but not required' },
  found: { sv: 'Står i texten', en: 'In the text' },
  inFirst: { sv: 'Stod i det första meddelandet', en: 'In the first message' },
  unspoken: {
    sv: 'Sms:et säger det här, men inte texten som läses upp i fasta telefoner:',
    en: 'The SMS says this, but the text that is read aloud to landlines does not:',
  },
  source: { sv: 'Källa: {source}', en: 'Source: {source}' },
} satisfies Record<string, Wording>;
