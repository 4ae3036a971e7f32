import { requireOwnPlaceAndTimeOnly } from './own-place-and-time.js';

const label = { sv: 'x', en: 'x' };
const template = {
  placeholders: [
    { name: 'plats', kind: 'place', label },
    { name: 'från', kind: 'time', label },
    { name: 'orsak', kind: 'free', label },
  ],
  texts: [
    {
      language: 'sv',
      sms: 'Vattnet är av från [från] på grund av [orsak]. Gäller: [plats]. {kommun}',
      voice: 'Vattnet på [plats] är av från [från].',
    },
    { language: 'en', sms: 'Water off from [från]: [orsak]. Applies to: [plats]. {kommun}' },
  ],
} as const;
const sv = (plats: string, från: string, orsak = 'en läcka') =>
  `Vattnet är av från ${från} på grund av ${orsak}. Gäller: ${plats}. Luleå kommun`;
const en = 'Water off from 9: a leak. Applies to: Storgatan. Luleå kommun';
const alert = [
  { language: 'sv', sms: sv('Storgatan', 'kl. 9'), voice: 'Vattnet på Storgatan är av från kl. 9.' },
  { language: 'en', sms: en },
];
const check =
  (extension: readonly { language: string; sms: string; voice?: string }[], said = alert) =>
  () =>
    requireOwnPlaceAndTimeOnly(template, said, extension, 'Luleå kommun');

describe('requireOwnPlaceAndTimeOnly', () => {
  const there = [
    { language: 'sv', sms: sv('Kajgatan', 'kl. 11'), voice: 'Vattnet på Kajgatan är av från kl. 11.' },
    { language: 'en', sms: en.replace('Storgatan', 'Kajgatan') },
  ];

  it('accepts another place and time, also where an exercise or a correction is marked', () => {
    expect(check(there)).not.toThrow();
    const marked = [
      { ...alert[0]!, sms: `ÖVNING ÖVNING. Rättelse: ${alert[0]!.sms}\nÖVNING ÖVNING.` },
      { ...alert[1]!, sms: `Correction: ${alert[1]!.sms}` },
    ];
    expect(check(there, marked)).not.toThrow();
  });

  it.each([
    ['another cause', [{ ...there[0]!, sms: sv('Kajgatan', 'kl. 11', 'ett fel') }, there[1]!]],
    ['other words', [{ ...there[0]!, sms: 'Vattnet är av.' }, there[1]!]],
    ['a language less', [there[0]!]],
    ['another language', [there[0]!, { ...there[1]!, language: 'fi' }]],
    ['the languages in another order', [there[1]!, there[0]!]],
    ['no words for a call', [{ language: 'sv', sms: there[0]!.sms }, there[1]!]],
    ['words for a call that the alert had not', [there[0]!, { ...there[1]!, voice: 'Hello.' }]],
  ])('refuses %s', (_what, extension) => {
    expect(check(extension)).toThrow(expect.objectContaining({ code: 'broadcast.only-place-and-time' }));
  });

  it('accepts an open end on either side', () => {
    const shutoff = {
      placeholders: [{ name: 'till', kind: 'time', label }],
      texts: [{ language: 'sv', sms: 'Vattnet är av från nu till [till]. Luleå kommun' }],
    } as const;
    const [until, open] = ['till kl. 15', 'tills vidare'].map((end) => [
      { language: 'sv', sms: `Vattnet är av från nu ${end}. Luleå kommun` },
    ]);
    expect(() => requireOwnPlaceAndTimeOnly(shutoff, until!, open!, 'Luleå kommun')).not.toThrow();
    expect(() => requireOwnPlaceAndTimeOnly(shutoff, open!, until!, 'Luleå kommun')).not.toThrow();
  });

  it('refuses any text where the alert was not written from the template', () => {
    expect(check(there, [{ ...alert[0]!, sms: 'Egen text.' }, alert[1]!])).toThrow();
  });
});
