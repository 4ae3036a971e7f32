import type { InterfaceLanguage } from '../kernel/language.js';

const sv = {
  thisLanguage: 'På svenska',
  title: 'Gränssnitt för program (API)',
  skip: 'Hoppa till innehållet',
  document: 'Samma beskrivning som OpenAPI (JSON)',
  contents: 'Innehåll',
  others: 'Övrigt',
  needsKey: 'Kräver nyckel eller session.',
  open: 'Kräver ingen nyckel.',
  parameters: 'Parametrar',
  body: 'Tar emot',
  answer: 'Svar',
  required: 'krävs',
};

const en: typeof sv = {
  thisLanguage: 'In English',
  title: 'Interface for programs (API)',
  skip: 'Skip to content',
  document: 'The same description as OpenAPI (JSON)',
  contents: 'Contents',
  others: 'Other',
  needsKey: 'Needs a key or a session.',
  open: 'Needs no key.',
  parameters: 'Parameters',
  body: 'Takes',
  answer: 'Answer',
  required: 'required',
};

export const words: Readonly<Record<InterfaceLanguage, typeof sv>> = { sv, en };
