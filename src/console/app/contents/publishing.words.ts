export const words = {
  web: { sv: 'På webben', en: 'On the web' },
  published: { sv: 'Publiceras när det går ut.', en: 'Published when it goes out.' },
  notPublished: { sv: 'Publiceras inte.', en: 'Not published.' },
  webOnly: { sv: 'Ingen telefon får det.', en: 'No phone gets it.' },
  pageLink: { sv: 'Sms:et länkar till sidan.', en: 'The SMS links to the page.' },
  noPosts: { sv: 'Inte på sociala medier.', en: 'Not on social media.' },
  ownPost: { sv: 'Egen text på sociala medier:', en: 'A text of its own on social media:' },
  title: { sv: 'Så ser det ut på webben', en: 'As it will be on the web' },
  nobodysPhone: { sv: 'Ingen telefon får det här.', en: 'No phone gets this.' },
  nobodysPhoneHow: {
    sv: 'Det syns bara för den som läser kommunens webbplats eller flöden.',
    en: 'Only those who read the municipality’s website or feeds see it.',
  },
  asSms: { sv: 'samma text som sms:et', en: 'the same text as the SMS' },
  noHeadline: {
    sv: 'Rubriken blir textens första mening.',
    en: 'The first sentence of the text becomes the headline.',
  },
  where: { sv: 'Platsen skrivs:', en: 'The place is written:' },
  onMap: { sv: 'Så ritas ytan på kartan', en: 'How the area is drawn on the map' },
  onlyInWords: {
    sv: 'Platsen står bara i ord. Ingen yta ritas på kartan.',
    en: 'The place is said only in words. No area is drawn on the map.',
  },
  placesOfFirst: {
    sv: 'Platsen är den som det första meddelandet gäller.',
    en: 'The place is that of the first message.',
  },
  address: { sv: 'Sidans korta adress:', en: 'The short address of the page:' },
  showPage: { sv: 'Visa sidan', en: 'Show the page' },
} as const;
