import { assemble, type PublishedBroadcast } from '../bulletin/public-incident.js';
import { chainOf } from './cap-message.js';
import { alert, at, following, idOf, settings, sv, triangle } from '../../../test/support/cap/chains.js';

const [a, b] = [0, 1].map(idOf) as [string, string];
const update = following(1, { relation: 'update', sentAt: at(10), texts: sv('Klart i kväll. Fyll kärl.') });
const allClear = following(2, {
  relation: 'all-clear',
  sentAt: at(20),
  texts: sv('Vattnet är tillbaka. Spola.'),
});
const correction = following(3, {
  relation: 'correction',
  sentAt: at(5),
  texts: sv('Rättelse: Vattnet är borta i Porsön.'),
});

const chain = (...broadcasts: PublishedBroadcast[]) => chainOf(assemble(broadcasts, at(600))[0]!, settings);
const tuple = (id: string, sent: string): string => `larm.example.se,urn:uuid:${id},${sent}`;
const firstInfo = (of: ReturnType<typeof chain>, index: number) => of.at(index)!.infos[0]!;

describe('the CAP messages of an incident', () => {
  it('are an Alert first, with everything that a reader needs', () => {
    expect(chain(alert)).toEqual([
      {
        name: a,
        identifier: `urn:uuid:${a}`,
        sender: 'larm.example.se',
        sent: '2026-11-29T13:00:00+01:00',
        msgType: 'Alert',
        references: [],
        incidents: a,
        sentAt: at(0),
        expiresAt: at(120),
        infos: [
          {
            language: 'sv-SE',
            categories: ['Infra'],
            event: 'Vattenavbrott',
            eventCode: { valueName: 'OET:v1.2', value: 'OET-144' },
            urgency: 'Expected',
            severity: 'Moderate',
            certainty: 'Observed',
            responseType: 'Monitor',
            effective: '2026-11-29T13:00:00+01:00',
            expires: '2026-11-29T15:00:00+01:00',
            senderName: 'Provby kommun',
            headline: 'Vattnet är borta.',
            description: 'Vattnet är borta. Fyll kärl.',
            web: `https://larm.example.se/aktuellt/${a}`,
            contact: '08-465 004 00',
            parameter: { valueName: 'Kommun', value: '9999' },
            areas: [
              {
                areaDesc: 'Kronan',
                polygons: ['65.580000,22.140000 65.580000,22.160000 65.590000,22.160000 65.580000,22.140000'],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('name all earlier ones that have not expired', () => {
    const [first, second, third] = chain(alert, update, allClear);
    expect([first!.msgType, second!.msgType, third!.msgType]).toEqual(['Alert', 'Update', 'Cancel']);
    expect(second!.references).toEqual([tuple(a, '2026-11-29T13:00:00+01:00')]);
    expect(third!.references).toEqual([
      tuple(a, '2026-11-29T13:00:00+01:00'),
      tuple(b, '2026-11-29T13:10:00+01:00'),
    ]);
    const short = { ...alert, expiresAt: at(9) };
    const later = following(2, { relation: 'update', sentAt: at(15), expiresAt: at(90) });
    expect(chain(short, update, later).at(-1)!.references).toEqual([tuple(b, '2026-11-29T13:10:00+01:00')]);
  });

  it('name all earlier ones if every one has expired: an end must say of what', () => {
    const late = { ...allClear, sentAt: at(300), expiresAt: at(400) };
    expect(chain(alert, update, late).at(-1)).toMatchObject({
      msgType: 'Cancel',
      references: [{}, {}].map(() => expect.any(String) as string),
    });
  });

  it('end with a Cancel that says all clear and outlives what it ends', () => {
    const messages = chain(alert, update, allClear);
    expect(firstInfo(messages, -1)).toMatchObject({
      responseType: 'AllClear',
      urgency: 'Past',
      headline: 'Vattnet är tillbaka.',
      areas: [{ areaDesc: 'Kronan' }],
    });
    expect(messages.at(-1)!.expiresAt).toEqual(at(120));
  });

  it('end with a Cancel that is no all-clear when staff cancel all of it', () => {
    const messages = chain({ ...alert, cancelledAt: at(30) });
    expect(messages.map(({ msgType }) => msgType)).toEqual(['Alert', 'Cancel']);
    expect(messages[1]).toMatchObject({ name: `${a}-cancellation`, sent: '2026-11-29T13:30:00+01:00' });
    expect(messages[1]!.identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(firstInfo(messages, 1)).toMatchObject({
      responseType: 'None',
      headline: 'Tillbakadraget: Vattnet är borta.',
    });
  });

  it('go on with the text that stands when only an update was cancelled', () => {
    const messages = chain(alert, { ...update, cancelledAt: at(30) });
    expect(messages.map(({ msgType }) => msgType)).toEqual(['Alert', 'Update', 'Update']);
    expect(firstInfo(messages, 2)).toMatchObject({ description: 'Vattnet är borta. Fyll kärl.' });
  });

  it('begin a new chain when the all-clear was cancelled: readers have dropped what a Cancel names', () => {
    const messages = chain(alert, { ...allClear, cancelledAt: at(30) });
    expect(messages.map(({ msgType }) => msgType)).toEqual(['Alert', 'Cancel', 'Alert']);
    expect(messages[2]).toMatchObject({ references: [], incidents: a });
    expect(firstInfo(messages, 2)).toMatchObject({ responseType: 'Monitor', urgency: 'Expected' });
  });

  it.each([undefined, at(30)])(
    'begin a new chain when a correction of the all-clear says that it goes on (its sending ended: %p)',
    (cancelledAt) => {
      const notOver = following(3, {
        ...{ relation: 'correction', goesOn: true, says: idOf(2), sentAt: at(30) },
        texts: sv('Rättelse: Vattnet är inte tillbaka.'),
      });
      const again = following(4, { relation: 'all-clear', sentAt: at(40), texts: sv('Nu är det över.') });
      const messages = chain(alert, update, { ...allClear, cancelledAt }, notOver, again);
      expect(messages.map(({ msgType }) => msgType)).toEqual([
        'Alert',
        'Update',
        'Cancel',
        'Alert',
        'Cancel',
      ]);
      expect(messages[3]).toMatchObject({ identifier: `urn:uuid:${idOf(3)}`, references: [], incidents: a });
      expect(firstInfo(messages, 3)).toMatchObject({
        responseType: 'Monitor',
        description: 'Rättelse: Vattnet är inte tillbaka.',
        areas: [{ areaDesc: 'Kronan' }],
      });
      expect(messages[4]!.references).toEqual([tuple(idOf(3), '2026-11-29T13:30:00+01:00')]);
    },
  );

  it('stay cancelled when a correction of the all-clear only says it better', () => {
    const better = following(3, {
      ...{ relation: 'correction', goesOn: false, says: idOf(2), sentAt: at(30) },
      texts: sv('Rättelse: Vattnet är tillbaka sedan kl. 12.'),
    });
    for (const cancelledAt of [undefined, at(30)]) {
      const messages = chain(alert, { ...allClear, cancelledAt }, better);
      expect(messages.map(({ msgType }) => msgType)).toEqual(['Alert', 'Cancel', 'Cancel']);
      expect(firstInfo(messages, 2)).toMatchObject({
        responseType: 'AllClear',
        description: 'Rättelse: Vattnet är tillbaka sedan kl. 12.',
      });
    }
  });

  it('keep every place when a correction or an all-clear ends the sending, and tell what staff take back', () => {
    const extension = following(1, { relation: 'extension', sentAt: at(2), area: triangle('Porsön') });
    const cancelled = { ...alert, cancelledAt: at(20) };
    expect(firstInfo(chain(cancelled, extension, allClear), -1).areas).toMatchObject([
      { areaDesc: 'Kronan' },
      { areaDesc: 'Porsön' },
    ]);
    // A correction of another text does not hide that staff took back the alert.
    const ofUpdate = { ...correction, sentAt: at(15), says: idOf(1) };
    const messages = chain(cancelled, { ...update, cancelledAt: at(15) }, ofUpdate);
    expect(messages.map(({ name }) => name)).toEqual([a, b, ofUpdate.id, `${a}-cancellation`]);
  });

  it('don’t tell that a correction or an all-clear ended the sending of what came before', () => {
    for (const end of [correction, { ...allClear, sentAt: at(5) }]) {
      const messages = chain({ ...alert, cancelledAt: at(6) }, end);
      expect(messages.map(({ name }) => name)).toEqual([a, end.id]);
      expect(firstInfo(messages, 1).areas).toMatchObject([{ areaDesc: 'Kronan' }]);
    }
  });

  it('hold all places from an extension on, and its own text too', () => {
    const extension = following(1, {
      relation: 'extension',
      sentAt: at(10),
      area: triangle('Porsön'),
      expiresAt: at(200),
    });
    const same = firstInfo(chain(alert, extension), 1);
    expect(same.areas.map(({ areaDesc }) => areaDesc)).toEqual(['Kronan', 'Porsön']);
    expect(same).toMatchObject({
      description: 'Vattnet är borta. Fyll kärl.',
      expires: '2026-11-29T16:20:00+01:00',
    });
    const own = firstInfo(chain(alert, { ...extension, texts: sv('Vattnet är borta på Porsön.') }), 1);
    expect(own.description).toBe('Vattnet är borta. Fyll kärl.\n\nVattnet är borta på Porsön.');
  });

  it('go on with the extension when only the alert was cancelled', () => {
    const extension = following(1, { relation: 'extension', sentAt: at(10), area: triangle('Porsön') });
    const messages = chain({ ...alert, cancelledAt: at(30) }, extension);
    expect(messages.at(-1)!.msgType).toBe('Update');
    expect(firstInfo(messages, -1).areas.map(({ areaDesc }) => areaDesc)).toEqual(['Porsön']);
  });

  it('have the offset of their own time of the year', () => {
    const summer = {
      ...alert,
      sentAt: new Date('2026-10-25T00:59:59.900Z'),
      expiresAt: new Date('2026-10-25T01:00:00Z'),
    };
    expect(firstInfo(chain(summer), 0)).toMatchObject({
      effective: '2026-10-25T02:59:59+02:00',
      expires: '2026-10-25T02:00:00+01:00',
    });
  });

  it('say the same codes in every language, each with its own words', () => {
    const texts = [
      ...sv('Koka vattnet.'),
      { language: 'se', sms: 'Vuošša čázi.' },
      { language: 'uk', sms: 'Кип’ятіть.' },
    ];
    const [message] = chain({ ...alert, event: 'boil', lane: 'crisis', texts });
    expect(message!.infos.map(({ language, event }) => [language, event])).toEqual([
      ['sv-SE', 'Otjänligt dricksvatten'],
      ['se-SE', 'Čáhci ii dohkke juhkat'],
      ['uk', 'Undrinkable water'],
    ]);
    for (const info of message!.infos)
      expect(info).toMatchObject({
        eventCode: { value: 'OET-047' },
        categories: ['Health', 'Infra'],
        urgency: 'Immediate',
      });
  });

  it.each([
    ['sewage-stop', 'OET-178', 'Infra', 'Stopp i avloppet'],
    ['power-outage', 'OET-145', 'Infra', 'Strömavbrott'],
    ['district-heating', 'OET-206', 'Infra', 'Avbrott i fjärrvärmen'],
    ['waste', 'OET-212', 'Infra', 'Försenad sophämtning'],
    ['road', 'OET-165', 'Transport', 'Avstängd väg'],
    ['own-dykning', 'OET-206', 'Infra', 'Viktig information från kommunen'],
  ])('have the code of what the template %s is about: %s', (template, code, category, event) => {
    const of = chain({ ...alert, event: undefined, template }, { ...allClear, event: 'all-clear' });
    for (const index of [0, 1])
      expect(firstInfo(of, index)).toMatchObject({
        event,
        categories: [category],
        eventCode: { value: code },
      });
  });

  it('say when it begins or began, while it goes on, if that is before the end', () => {
    const onsetAt = at(60);
    const known = chain(
      { ...alert, onsetAt },
      update,
      { ...update, id: idOf(4), sentAt: at(12), onsetAt: at(90) },
      allClear,
    );
    expect(known.map(({ infos }) => infos[0]!.onset)).toEqual([
      '2026-11-29T14:00:00+01:00',
      '2026-11-29T14:00:00+01:00',
      '2026-11-29T14:30:00+01:00',
      undefined,
    ]);
    expect(firstInfo(chain({ ...alert, onsetAt: at(121) }), 0).onset).toBeUndefined();
  });

  it('have no text in another language than they say', () => {
    const english = { language: 'en', sms: 'The water is off. Fill containers.' };
    const extension = following(4, {
      ...{ relation: 'extension', sentAt: at(12), area: triangle('Porsön') },
      texts: [...alert.texts, english],
    });
    const messages = chain({ ...alert, texts: [...alert.texts, english] }, update, extension);
    expect(messages.map(({ infos }) => infos.map(({ language }) => language))).toEqual([
      ['sv-SE', 'en-GB'],
      ['sv-SE'],
      ['sv-SE'],
    ]);
  });

  it('have another headline than the description', () => {
    expect(firstInfo(chain({ ...alert, texts: sv('Vattnet är borta.') }), 0)).toMatchObject({
      headline: 'Vattenavbrott: Kronan',
      description: 'Vattnet är borta.',
    });
  });

  it('tell what to do apart where a paragraph says it', () => {
    const web =
      'Vattnet är avstängt sedan i morse.\n\nDricksvatten finns att hämta vid skolan.\n\nVi lagar ledningen.';
    expect(firstInfo(chain({ ...alert, texts: sv('Vattnet är borta.', { web }) }), 0)).toMatchObject({
      description: 'Vattnet är avstängt sedan i morse.',
      instruction: 'Dricksvatten finns att hämta vid skolan.\n\nVi lagar ledningen.',
    });
  });

  it('have the municipality’s code for a place that is only said in words, never a polygon', () => {
    const words = { ...alert, area: { name: 'Storgatan', streets: ['Storgatan', 'Ågatan'], polygons: [] } };
    expect(firstInfo(chain(words), 0).areas).toEqual([
      { areaDesc: 'Storgatan, Ågatan', polygons: [], geocode: { valueName: 'Kommun', value: '9999' } },
    ]);
    const nameless = { ...settings, municipality: { name: 'Provby kommun' } };
    expect(chainOf(assemble([words], at(1))[0]!, nameless)[0]!.infos[0]!.areas[0]!.geocode).toEqual({
      valueName: 'Kommunnamn',
      value: 'Provby kommun',
    });
  });
});
