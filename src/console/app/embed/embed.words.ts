export const words = {
  title: { sv: 'På er webbplats', en: 'On your website' },
  lead: {
    sv: 'Visa det som pågår, eller låt invånarna välja SMS-tjänster, på kommunens egen webbplats. Klistra in koden på en sida där.',
    en: 'Show what is going on, or let residents choose topics, on the municipality’s own website. Paste the code into a page there.',
  },
  what: { sv: 'Vad ska visas?', en: 'What is to be shown?' },
  banner: { sv: 'Banderoll', en: 'Banner' },
  bannerHow: {
    sv: 'Syns bara när något pågår. För startsidan.',
    en: 'Seen only when something is going on. For the first page.',
  },
  list: { sv: 'Lista', en: 'List' },
  listHow: { sv: 'Säger också när inget pågår.', en: 'Says also when nothing is going on.' },
  map: { sv: 'Karta och lista', en: 'Map and list' },
  mapHow: { sv: 'Ritar var det gäller.', en: 'Draws where it is.' },
  topics: { sv: 'SMS-tjänster', en: 'Topics' },
  topicsHow: {
    sv: 'Invånaren kryssar för tjänster och fortsätter på vår sida.',
    en: 'The resident ticks topics and goes on on our page.',
  },
  language: { sv: 'Språk', en: 'Language' },
  area: { sv: 'Område', en: 'Area' },
  areaHint: {
    sv: 'Visar bara det som rör området, och det som rör hela kommunen. Lämna tomt för att visa allt.',
    en: 'Shows only what concerns the area, and what concerns the whole municipality. Leave it empty to show everything.',
  },
  noSuchArea: {
    sv: 'Det finns inget bostadsområde som heter {area}. Välj ett i listan.',
    en: 'There is no residential area named {area}. Choose one of the list.',
  },
  code: { sv: 'Koden att klistra in', en: 'The code to paste' },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierad.', en: 'Copied.' },
  notCopied: {
    sv: 'Webbläsaren lät oss inte kopiera. Markera koden och kopiera den själv.',
    en: 'The browser did not let us copy. Select the code and copy it.',
  },
  preview: { sv: 'Så ser det ut nu', en: 'How it looks now' },
  policy: {
    sv: 'Har webbplatsen en Content-Security-Policy ska {server} stå i script-src och connect-src.',
    en: 'If the website has a Content-Security-Policy, {server} must be in script-src and connect-src.',
  },
} as const;
