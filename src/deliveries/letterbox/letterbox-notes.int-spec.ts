import { linesOfPdf } from '../../../test/support/pdf-text.js';
import { draft, Pipeline } from '../../../test/support/pipeline.js';

const texts = [
  { language: 'sv', sms: 'Vattnet på Örnäset är otjänligt. Koka det 🚰.' },
  { language: 'se', sms: 'Čáhci lea nuoskkiduvvon, đŋšŧž.' },
  { language: 'ti', sms: 'ማይ' },
];

describe('letterbox notes', () => {
  let pipeline: Pipeline;
  let places: string[];
  beforeAll(async () => {
    pipeline = await Pipeline.start({ CONTACT_PHONE: '0920-45 30 00' });
    const { scene, db } = pipeline;
    places = [await scene.area('Örnäset', { x: 0, y: 0, side: 100 })];
    const property = await scene.property('Örnäset 1:405', { x: 0, y: 0, side: 100 });
    for (const name of ['Ängsvägen 2', 'Ängsvägen 1', 'Åkergatan 3', 'Åkergatan 5', 'Åkergatan 4', 'Norrbyn'])
      await scene.address(name, { x: 10, y: 10, property });
    await db.query(`UPDATE address SET postal_code = '97241', locality = 'Luleå'`);
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone('+46701740611');
    await (await scene.address('Storgatan 3', { x: 10, y: 10 })).phone('+46701740612', { protected: true });
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const write = async (more: object = {}): Promise<string> => {
    const created = await pipeline.post(pipeline.anna, '/broadcasts', {
      ...draft({ places }),
      texts,
      ...more,
    });
    expect(created.statusCode).toBe(201);
    return created.json<{ id: string }>().id;
  };
  const approve = async (id: string): Promise<string> => {
    const { anna, bo } = pipeline;
    expect((await pipeline.post(anna, `/broadcasts/${id}/submission`)).statusCode).toBe(200);
    expect((await pipeline.approve(bo, id)).statusCode).toBe(200);
    return id;
  };
  const print = async (id: string, query = '') => {
    const answer = await pipeline.get(`/broadcasts/${id}/letterbox-notes.pdf${query}`);
    expect(answer.statusCode).toBe(200);
    return { headers: answer.headers, file: answer.rawPayload, lines: linesOfPdf(answer.rawPayload) };
  };
  const sheetsIn = (file: Buffer): number => file.toString('latin1').match(/\/Type \/Page\n/g)!.length;

  it('a PDF begins with a walking list, and its notes have the text, dates and contact details', async () => {
    const id = await approve(await write());
    expect((await print(id)).lines.join(' ')).toContain('godkände meddelandet den ');
    await pipeline.db.query('UPDATE broadcast SET started_at = decided_at WHERE id = $1', [id]);
    const { headers, file, lines } = await print(id);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="letterbox-notes-${id}.pdf"`,
    });
    const all = lines.join(' ');
    expect(all).toContain('7 adresser går inte att nå per telefon');
    expect(lines).toEqual(expect.arrayContaining(['Norrbyn, Luleå – 1', 'Åkergatan, Luleå – 3', 'utan nr']));
    const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
    expect(all).toContain(`skickade meddelandet den ${day.format(new Date())} kl. `);
    expect(all).toContain('Efter den ');
    expect(all).toContain('Frågor? Ring 0920-45 30 00.');
    expect(all).toContain(`besked i telefonen? ${pipeline.url}`);
    expect(all).toContain('Vattnet på Örnäset är otjänligt. Koka det .');
    expect(all).toContain('Čáhci lea nuoskkiduvvon, đŋšŧž.');
    expect(all).toContain('på tigrinja, men kunde inte tryckas');
    expect(all).not.toContain('\uFFFD');
    expect(all).not.toMatch(/UTKAST|ÖVNING/);
    expect(sheetsIn(file)).toBe(1 + 2);
    expect(file.toString('latin1')).toMatch(/\/Lang \(sv-SE\)/);
    expect(file.toString('latin1')).toMatch(/\/Marked true/);
  });

  it('names each letterbox once, in walking order after cutting, and never says why it is listed', async () => {
    const { lines } = await print(await approve(await write()));
    const letterboxes = lines.filter((line) => /^\d+\/7 {2}/.test(line));
    expect([...letterboxes].sort()).toEqual([
      '1/7  Norrbyn, 972 41 Luleå (Örnäset 1:405)',
      '2/7  Åkergatan 3, 972 41 Luleå (Örnäset 1:405)',
      '3/7  Åkergatan 5, 972 41 Luleå (Örnäset 1:405)',
      '4/7  Åkergatan 4, 972 41 Luleå (Örnäset 1:405)',
      '5/7  Ängsvägen 1, 972 41 Luleå (Örnäset 1:405)',
      '6/7  Ängsvägen 2, 972 41 Luleå (Örnäset 1:405)',
      '7/7  Storgatan 3',
    ]);
    // Two sheets of four notes. After cutting, the upper left pile is 1 and 2, the next one 3 and 4.
    expect(letterboxes.map((line) => line[0])).toEqual(['1', '3', '5', '7', '2', '4', '6']);
    expect(lines.join(' ')).not.toMatch(/[Ss]kydd|[Ii]nvänd|\+46/);
  });

  it('says that it is a draft until the broadcast is approved, and marks an exercise', async () => {
    expect((await print(await write())).lines).toContain('UTKAST, INTE GODKÄNT. FÅR INTE DELAS UT.');
    const exercise = await approve(await write({ exercise: true }));
    expect((await print(exercise)).lines).toContain('ÖVNING – DETTA ÄR BARA EN ÖVNING');
  });

  it('has the short address of its page, also as a code, when it is published', async () => {
    const plain = await print(await approve(await write({ isPublic: false })));
    expect(plain.lines.join(' ')).not.toContain('/a/');
    const id = await write({ isPublic: true });
    expect((await print(id)).lines.join(' ')).not.toContain('/a/');
    const noted = await print(await approve(id));
    const [row] = await pipeline.db.query<[{ code: string }]>(
      'SELECT page_code AS code FROM broadcast WHERE id = $1',
      [id],
    );
    expect(noted.lines.join(' ')).toContain(`skanna koden, eller skriv ${pipeline.url}/a/${row.code}`);
    expect(noted.file.length).toBeGreaterThan(plain.file.length);
    expect(sheetsIn(noted.file)).toBe(1 + 2);
  });

  it('is refused for a cancelled or rejected broadcast, and no export is logged', async () => {
    const { anna, bo, db } = pipeline;
    const cancelled = await approve(await write());
    await pipeline.post(bo, `/broadcasts/${cancelled}/cancellation`);
    const rejected = await write();
    await pipeline.post(anna, `/broadcasts/${rejected}/submission`);
    await pipeline.post(bo, `/broadcasts/${rejected}/rejection`, { note: 'Nej.' });
    for (const id of [cancelled, rejected]) {
      const answer = await pipeline.get(`/broadcasts/${id}/letterbox-notes.pdf`);
      expect(answer.json()).toMatchObject({ status: 409, code: 'unreached.called-off' });
      expect(
        await db.query(`SELECT FROM audit_entry WHERE subject = $1 AND action = 'unreached.export'`, [id]),
      ).toEqual([]);
    }
  });

  it('is refused if every address has a phone that is reached, and no export is logged', async () => {
    const reached = await pipeline.scene.area('Bergnäset', { x: 500, y: 0, side: 100 });
    await (await pipeline.scene.address('Bygatan 1', { x: 510, y: 10 })).phone('+46701740613');
    await pipeline.scene.settle();
    const id = await write({ audience: { places: [reached] } });
    const answer = await pipeline.get(`/broadcasts/${id}/letterbox-notes.pdf`);
    expect(answer.json()).toMatchObject({ status: 409, code: 'unreached.nobody' });
    expect(
      await pipeline.db.query(`SELECT FROM audit_entry WHERE subject = $1 AND action = 'unreached.export'`, [
        id,
      ]),
    ).toEqual([]);
  });

  it('notes grow with the text, and can be printed in the first language only', async () => {
    const long = 'Koka vattnet. '.repeat(40).trim();
    const id = await write({
      texts: [
        { language: 'sv', sms: long },
        { language: 'en', sms: long },
      ],
    });
    expect(sheetsIn((await print(id)).file)).toBe(1 + 4);
    expect(sheetsIn((await print(id, '?languages=first')).file)).toBe(1 + 2);
  });

  it('the audit log records the PDF as an export', async () => {
    const id = await write();
    await print(id);
    expect(
      await pipeline.db.query(
        `SELECT member_id, action, detail FROM audit_entry WHERE subject = $1 AND action LIKE '%export'`,
        [id],
      ),
    ).toEqual([
      {
        member_id: pipeline.anna.id,
        action: 'unreached.export',
        detail: { kind: 'letterbox-notes', addresses: 7 },
      },
    ]);
  });
});
