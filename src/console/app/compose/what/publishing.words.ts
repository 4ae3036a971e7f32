export const words = {
  publishing: { sv: 'På webben', en: 'On the web' },
  usual: { sv: 'Som vanligt', en: 'As usual' },
  usualHow: {
    sv: 'Det som gäller ett område publiceras. Det som gäller en fastighet eller några få adresser gör det inte.',
    en: 'What concerns an area is published. What concerns a property or a few addresses is not.',
  },
  yes: { sv: 'Publicera', en: 'Publish' },
  yesHow: {
    sv: 'På sidan Aktuellt, i flödena och i rutan på kommunens webbplats, samtidigt som det går ut.',
    en: 'On the page of current messages, in the feeds and on the municipality’s website, as it goes out.',
  },
  no: { sv: 'Publicera inte', en: 'Don’t publish' },
  noHow: { sv: 'Bara de som får meddelandet ser det.', en: 'Only those who get the message see it.' },
  pageLink: { sv: 'Avsluta sms:et med länken till sidan', en: 'End the SMS with the link to the page' },
  webOnly: {
    sv: 'Bara på webben: inga sms och inga samtal',
    en: 'On the web only: no SMS and no calls',
  },
} as const;
