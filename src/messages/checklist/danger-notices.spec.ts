import { checkPoints } from './check-points.js';

/** Invented announcements, as rescue services write them: what each says, and what it lacks. */
const notices: readonly (readonly [
  name: string,
  language: 'sv' | 'en' | 'fi',
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
  [
    'a fire, in Finnish',
    'fi',
    'Vaaratiedote Alavikin kunnassa. Varastohallissa on syttynyt tulipalo ja savu on myrkyllistä. Menkää sisälle ja sulkekaa ikkunat, ovet ja ilmanvaihto. Pitäkää tiet vapaina pelastuslaitokselle.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  [
    'leaking gas, in Finnish',
    'fi',
    'Kaasuvuoto Hamngatanilla. Kaasu voi räjähtää. Poistu alueelta heti. Älä tule paikalle katsomaan.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  [
    'a train with ammonia, in Finnish',
    'fi',
    'Ammoniakkia kuljettanut juna on suistunut raiteilta Notvikenissä. Kaasu ärsyttää silmiä ja hengitysteitä. Pysy sisällä.',
    'D2 D3 D4',
    'D5',
  ],
  [
    'a flood, in Finnish',
    'fi',
    'Tulva Kyrkogatanilla. Pato saattaa murtua. Alue evakuoidaan. Auta naapureita, joiden on vaikea liikkua.',
    'D1 D2 D3 D4 D5',
    '',
  ],
  ['a fire in Finnish, and nothing more', 'fi', 'Tulipalo Nybyssä.', 'D1 D2', 'D3 D4 D5'],
  [
    'a dangerous animal, in Finnish',
    'fi',
    'Vaarallinen karhu on nähty Alavikissa. Soita poliisille 114 14, jos olet nähnyt sen.',
    'D1 D3 D5',
    'D2 D4',
  ],
  ['the end of a danger, in Finnish', 'fi', 'Vaara on ohi Alavikissa.', 'D1', 'D2 D3 D4 D5'],
  [
    'a planned shutoff, in Finnish',
    'fi',
    'Katkaisemme veden Storgatanilla maanantaina klo 9-12. Laske vettä talteen. Vesi palaa klo 12. Pidä hanat kiinni.',
    'D1',
    'D2 D3 D4 D5',
  ],
  [
    'other news in Finnish',
    'fi',
    'Jäteauto on myöhässä Alavikissa. Jätä astia kadun varteen. Kysymyksiä? Soita kunnan asiakaspalveluun.',
    '',
    'D2 D3 D4 D5',
  ],
  ['little in English', 'en', 'The danger is over in Alavik. Call us with questions.', 'D1', 'D2 D3 D4 D5'],
];

describe('an announcement of danger', () => {
  it.each(notices)('%s is read as a person reads it', (_name, language, text, says, lacks) => {
    const found = checkPoints('danger', text, language)
      .filter((point) => point.found)
      .map(({ id }) => id);
    expect(found.filter((id) => id !== 'X3' && lacks.split(' ').includes(id))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(says.split(' ').filter(Boolean)));
  });
});

describe('the end of a danger', () => {
  it.each([
    ['sv', 'Branden på Hamngatan är släckt. Du kan gå ut igen. Vädra bostaden.', 'A1 A2 A5'],
    ['sv', 'Faran är över i Alavik.', 'A1 A2'],
    ['sv', 'Röken är inte längre giftig. Öppna fönster och slå på ventilationen.', 'A2 A5'],
    ['sv', 'Branden är inte släckt. Du kan inte gå ut än. Öppna inte fönster.', ''],
    ['en', 'The fire on Hamngatan is out. You can go outside again.', 'A1 A2 A5'],
    ['en', 'The smoke is no longer toxic. Open windows and switch the ventilation back on.', 'A2 A5'],
    ['en', 'The fire is not out. Do not open windows. You can not return until we tell you.', ''],
    ['fi', 'Tulipalo Alavikissa on sammutettu. Voit palata kotiin. Tuuleta asunto.', 'A1 A2 A5'],
    ['fi', 'Tulipaloa ei ole vielä sammutettu. Et voi palata kotiin.', ''],
  ])('in %s: %s', (language, text, says) => {
    const found = checkPoints('danger-over', text, language)
      .filter((point) => point.found && point.id !== 'X3')
      .map(({ id }) => id);
    expect(found).toEqual(says.split(' ').filter(Boolean));
  });

  it('is only advised', () => {
    expect(checkPoints('danger-over', '', 'sv').map(({ requirement }) => requirement)).not.toContain(
      'required',
    );
  });
});
