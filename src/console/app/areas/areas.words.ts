import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Sparade ytor', en: 'Saved areas' },
  lead: {
    sv: 'Ytor som har ett namn. Alla som skriver utskick hittar dem i sökningen.',
    en: 'Areas that have a name. Everyone who writes broadcasts finds them in the search.',
  },
  notYours: {
    sv: 'Den här sidan är för systemägare och tjänsteman i beredskap.',
    en: 'This page is for service owners and duty officers.',
  },
  none: {
    sv: 'Inga ytor är sparade än. Rita en här nedanför, eller spara det du väljer i ett utskick.',
    en: 'No areas are saved yet. Draw one below, or save what you choose in a broadcast.',
  },
  changed: { sv: 'Senast ändrad {moment} av {name}', en: 'Last changed {moment} by {name}' },
  show: { sv: 'Visa på karta', en: 'Show on a map' },
  rename: { sv: 'Byt namn', en: 'Rename' },
  redraw: { sv: 'Rita om', en: 'Redraw' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  of: { sv: '{what}: {name}', en: '{what}: {name}' },
  newName: { sv: 'Nytt namn', en: 'New name' },
  nameMissing: { sv: 'Skriv ett namn.', en: 'Write a name.' },
  renameSure: { sv: 'Byt namn på ”{name}”', en: 'Rename “{name}”' },
  renameWhat: {
    sv: 'Ytan heter så för alla från och med nu. Utskick som redan har använt den visar namnet den hade då.',
    en: 'From now on everyone sees the new name. Broadcasts that have used the area show the name it had then.',
  },
  renamed: { sv: 'Ytan heter nu ”{name}”.', en: 'The area is now called “{name}”.' },
  redrawHow: {
    sv: 'Flytta hörnen, eller ta bort det ritade och rita på nytt. Inget ändras förrän du sparar.',
    en: 'Move the corners, or remove what is drawn and draw again. Nothing changes until you save.',
  },
  redrawAnew: {
    sv: 'Ytan har hål, och dess hörn kan inte flyttas här. Rita den på nytt. Den gamla gäller tills du sparar.',
    en: 'The area has holes, and its corners can’t be moved here. Draw it again. The old one stands until you save.',
  },
  saveShape: { sv: 'Spara ändringen', en: 'Save the change' },
  nothingDrawn: { sv: 'Rita ytan först.', en: 'Draw the area first.' },
  redrawn: { sv: '”{name}” är omritad.', en: '“{name}” is redrawn.' },
  removeSure: { sv: 'Ta bort ”{name}”?', en: 'Remove “{name}”?' },
  removeWhat: {
    sv: 'Ingen kan välja ytan längre, och utkast som använder den måste få en ny mottagargrupp. Utskick som redan är godkända visar den fortfarande.',
    en: 'Nobody can choose the area any more, and drafts that use it need another audience. Broadcasts approved before still show it.',
  },
  removed: { sv: '”{name}” är borttagen.', en: '“{name}” is removed.' },
  notNow: { sv: 'Inte nu', en: 'Not now' },
  draw: { sv: 'Rita en ny yta', en: 'Draw a new area' },
  drawHow: {
    sv: 'Rita ytan på kartan. Sedan ger du den ett namn.',
    en: 'Draw the area on the map. Then you give it a name.',
  },
  saveDrawn: { sv: 'Spara ytan under ett namn', en: 'Save the area under a name' },
  saveChosen: { sv: 'Spara platserna under ett namn', en: 'Save the places under a name' },
  nameOfIt: { sv: 'Namn', en: 'Name' },
  saveHint: {
    sv: 'Då hittar alla kollegor den i sökningen nästa gång.',
    en: 'Then all colleagues find it in the search the next time.',
  },
  save: { sv: 'Spara ytan', en: 'Save the area' },
  savePlaces: { sv: 'Spara platserna', en: 'Save the places' },
  saved: { sv: 'Ytan är sparad som ”{name}”.', en: 'The area is saved as “{name}”.' },
} satisfies Record<string, Wording>;
