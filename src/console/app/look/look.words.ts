import type { Wording } from '../../../kernel/refusal.js';
import type { LookField } from '../api/answers.js';
import type { ColourField } from './look-form.js';

export const words = {
  title: { sv: 'Utseende', en: 'Look' },
  lead: {
    sv: 'Så ser det ut som invånarna ser: de publika sidorna, rutan på er webbplats och det som skrivs ut.',
    en: 'How everything looks that residents see: the public pages, the widget on your website and what is printed.',
  },
  notYours: {
    sv: 'Du behöver rollen systemägare eller administratör för att ändra utseendet.',
    en: 'You need the role service owner or admin to change the look.',
  },
  fixed: {
    sv: 'Driften bestämmer detta i mappen BRAND_FOLDER: {what}. Det går före och ändras inte här.',
    en: 'Operations set this in BRAND_FOLDER: {what}. It wins, and is not changed here.',
  },
  typefaces: {
    sv: 'Typsnitt bestäms bara i mappen BRAND_FOLDER.',
    en: 'Typefaces are set in BRAND_FOLDER only.',
  },
  name: { sv: 'Avsändarens namn', en: 'The sender’s name' },
  nameHint: {
    sv: 'Står överst på varje sida. Lämna tomt för {name}.',
    en: 'At the top of every page. Leave it empty for {name}.',
  },
  logo: { sv: 'Logotyp', en: 'Logo' },
  logoHint: {
    sv: 'SVG eller PNG, högst 200 kB. Den står på den färg som du väljer för sidhuvudet.',
    en: 'SVG or PNG, at most 200 kB. It stands on the colour that you choose for the masthead.',
  },
  darkLogo: { sv: 'Logotyp i mörkt läge', en: 'Logo in dark mode' },
  darkLogoHint: { sv: 'Utan den används samma.', en: 'Without it, the same one is used.' },
  printLogo: { sv: 'Logotyp på utskrifter', en: 'Logo on prints' },
  printLogoHint: { sv: 'PNG, på vitt papper.', en: 'PNG, on white paper.' },
  hasName: {
    sv: 'Namnet går att läsa i logotypen. Skriv det inte bredvid.',
    en: 'The name can be read in the logo. Don’t write it beside.',
  },
  chooseFile: { sv: 'Välj fil', en: 'Choose a file' },
  removeImage: { sv: 'Ta bort', en: 'Remove' },
  hasImage: { sv: 'En bild är vald.', en: 'An image is chosen.' },
  tooLarge: { sv: 'Filen är större än 200 kB.', en: 'The file is larger than 200 kB.' },
  colours: { sv: 'Färger', en: 'Colours' },
  coloursHint: {
    sv: 'Skriv dem som #7a0c1e. Två räcker: resten görs av dem. Lämna alla tomma för det neutrala utseendet.',
    en: 'Write them as #7a0c1e. Two are enough: the others are made from them. Leave all empty for the neutral look.',
  },
  light: { sv: 'Fler färger i ljust läge', en: 'More colours in light mode' },
  dark: { sv: 'Färger i mörkt läge', en: 'Colours in dark mode' },
  notAColour: {
    sv: 'Skriv # och sex tecken av 0–9 och a–f.',
    en: 'Write # and six characters of 0–9 and a–f.',
  },
  bothNeeded: {
    sv: 'Skriv både sidhuvudets färg och texten på den.',
    en: 'Write both the colour of the masthead and the text on it.',
  },
  pick: { sv: 'Välj i en palett: {field}', en: 'Pick in a palette: {field}' },
  contrast: {
    sv: '{colour} mot {hex} har kontrasten {ratio}:1 och behöver {least}:1.',
    en: '{colour} with {hex} has a contrast of {ratio}:1 and needs {least}:1.',
  },
  use: { sv: 'Använd {colour}, den närmaste som går', en: 'Use {colour}, the nearest that passes' },
  noneNear: {
    sv: 'Ingen ljusare eller mörkare nyans går. Ändra den andra färgen.',
    en: 'No lighter or darker shade passes. Change the other colour.',
  },
  allPass: {
    sv: 'Alla kontraster räcker (WCAG 2.2 AA), i ljust och mörkt läge.',
    en: 'All contrasts are sufficient (WCAG 2.2 AA), in light and dark mode.',
  },
  someFail: {
    sv: 'Färgerna har för liten kontrast. Ändra dem innan du sparar.',
    en: 'The colours have too little contrast. Change them before you save.',
  },
  footer: { sv: 'Länkar i sidfoten', en: 'Links in the footer' },
  linkSv: { sv: 'Text på svenska', en: 'Text in Swedish' },
  linkEn: { sv: 'Text på engelska', en: 'Text in English' },
  linkUrl: { sv: 'Adress', en: 'Address' },
  linkFault: {
    sv: 'Skriv båda texterna och en adress som börjar med https://.',
    en: 'Write both texts and an address that begins with https://.',
  },
  addLink: { sv: 'Lägg till en länk', en: 'Add a link' },
  removeLink: { sv: 'Ta bort länk {n}', en: 'Remove link {n}' },
  link: { sv: 'Länk {n}', en: 'Link {n}' },
  preview: { sv: 'Förhandsvisning', en: 'Preview' },
  noPreview: {
    sv: 'Visas när alla kontraster räcker.',
    en: 'Shown when all contrasts are sufficient.',
  },
  inLight: { sv: 'Ljust läge', en: 'Light mode' },
  inDark: { sv: 'Mörkt läge', en: 'Dark mode' },
  sampleTitle: { sv: 'Koka vattnet på Storgatan', en: 'Boil the water on Storgatan' },
  sampleText: {
    sv: 'Vattnet kan vara förorenat. Koka det innan du dricker.',
    en: 'The water may be contaminated. Boil it before you drink.',
  },
  sampleSoft: { sv: 'Ändrat i dag kl. 14.05', en: 'Changed today at 14:05' },
  sampleLink: { sv: 'Allt som är aktuellt', en: 'All current messages' },
  sampleButton: { sv: 'Välj SMS-tjänster', en: 'Choose topics' },
  save: { sv: 'Spara', en: 'Save' },
  saved: {
    sv: 'Utseendet är sparat. Sidorna visar det inom några sekunder.',
    en: 'The look is saved. The pages show it within seconds.',
  },
  reset: { sv: 'Återställ', en: 'Reset' },
  resetHint: {
    sv: 'Tar bort allt som är sparat här. Sidorna ser ut som mappen säger, eller neutrala.',
    en: 'Takes away all that is kept here. The pages look as the folder says, or neutral.',
  },
  resetSure: { sv: 'Ja, ta bort det som är sparat', en: 'Yes, take away what is kept' },
  notNow: { sv: 'Avbryt', en: 'Cancel' },
  resetDone: { sv: 'Utseendet är återställt.', en: 'The look is reset.' },
} satisfies Record<string, Wording>;

export const fixedWords: Readonly<Record<LookField, Wording>> = {
  name: { sv: 'namn', en: 'name' },
  logo: { sv: 'logotyp', en: 'logo' },
  colours: { sv: 'färger', en: 'colours' },
  footer: { sv: 'länkar i sidfoten', en: 'footer links' },
};

export const colourWords: Readonly<Record<ColourField, Wording>> = {
  accent: { sv: 'Sidhuvud och sidfot', en: 'Masthead and footer' },
  accentText: { sv: 'Text på sidhuvudet', en: 'Text on the masthead' },
  background: { sv: 'Sidans bakgrund', en: 'Background of the page' },
  panel: { sv: 'Rutor', en: 'Panels' },
  text: { sv: 'Text', en: 'Text' },
  softText: { sv: 'Mindre viktig text', en: 'Soft text' },
  line: { sv: 'Linjer', en: 'Lines' },
  border: { sv: 'Kanter på fält', en: 'Borders of fields' },
  highlight: { sv: 'Det som framhävs i sidhuvudet', en: 'Highlight in the masthead' },
  highlightText: { sv: 'Text på det', en: 'Text on it' },
  action: { sv: 'Knappar', en: 'Buttons' },
  actionText: { sv: 'Text på knappar', en: 'Text on buttons' },
  link: { sv: 'Länkar', en: 'Links' },
  focus: { sv: 'Ring runt det som har fokus', en: 'Ring around what has the focus' },
};
