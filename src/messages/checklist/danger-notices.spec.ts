import { checkPoints } from './check-points.js';

/** Invented announcements, as rescue services write them: what each says, and what it lacks. */
const notices: readonly (readonly [
  name: string,
  language: 'sv' | 'en',
  text: string,
  says: string,
  lacks: string,
])[] = [
  [
    'a fire with toxic smoke',
    'sv',
    'Viktigt meddelande till allmänheten i Alavik. Det brinner i en lagerlokal på Hamngatan och röken är giftig. Alla i området uppmanas att gå inomhus och stänga dörrar, fönster och ventilation. Håll vägarna fria för räddningstjänsten.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  ['a fire, and nothing more', 'sv', 'Brand i Nyby industriområde.', 'D1 D2', 'D3 D4 D5'],
  [
    'leaking gas',
    'sv',
    'Gasläcka i kvarteret Linden. Det finns risk för explosion. Lämna området genast. Åk inte dit för att titta.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  [
    'a train with ammonia',
    'sv',
    'Ett tåg med ammoniak har spårat ur vid Notviken. Gasen kan irritera ögon och luftvägar. Stanna inomhus.',
    'D1 D2 D3 D4',
    'D5',
  ],
  [
    'a slope that may slide',
    'sv',
    'Risk för skred längs Älvgatan. Husen kan rasa. Boende på Älvgatan 2-14 ska utrymma nu. Samlas vid Folkets hus. Hjälp grannar som har svårt att gå.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  [
    'a dangerous animal',
    'sv',
    'En farlig björn har setts i Alavik. Håll barn och hundar inne. Ring 114 14 om du har sett den.',
    'D1 D3 D5',
    'D2',
  ],
  ['the end of a danger', 'sv', 'Faran är över i Alavik.', 'D1', 'D2 D3 D4 D5'],
  [
    'a planned shutoff',
    'sv',
    'Vi stänger av vattnet på Storgatan på måndag kl 9-12. Tappa upp vatten.',
    'D1',
    'D2 D3 D4 D5',
  ],
  [
    'a fire, in English',
    'en',
    'Important public announcement for Alavik. A warehouse is on fire and the smoke is toxic. Go indoors and close windows and doors. Keep the roads clear for the rescue service.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  [
    'a flood, in English',
    'en',
    'Flooding along Kyrkogatan in Alavik. The dam could collapse. Leave the area now.',
    'D1 D2 D3 D4',
    'D5',
  ],
  ['little in English', 'en', 'The danger is over in Alavik. Call us with questions.', 'D1', 'D2 D3 D4 D5'],
];

describe('an announcement of danger', () => {
  it.each(notices)('%s is read as a person reads it', (_name, language, text, says, lacks) => {
    const found = checkPoints('danger', text, language)
      .filter((point) => point.found)
      .map(({ id }) => id);
    expect(found.filter((id) => id !== 'X3' && lacks.split(' ').includes(id))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(says.split(' ')));
  });
});
