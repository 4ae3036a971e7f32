export const words = {
  web: { sv: 'På webben', en: 'On the web' },
  published: { sv: 'Publiceras när det går ut.', en: 'Published when it goes out.' },
  notPublished: { sv: 'Publiceras inte.', en: 'Not published.' },
  webOnly: { sv: 'Ingen telefon får det.', en: 'No phone gets it.' },
  pageLink: { sv: 'Sms:et länkar till sidan.', en: 'The SMS links to the page.' },
} as const;
