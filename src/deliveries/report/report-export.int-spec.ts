import { Pipeline } from '../../../test/support/pipeline.js';

describe('a report that is exported as a table', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  it('the audit log records who exported which table, and does not record mere reading', async () => {
    const { scene, anna } = pipeline;
    const area = await scene.area('Örnäset', { x: 0, y: 0, side: 100 });
    await (await scene.address('Storgatan 1', { x: 10, y: 10 })).phone('+46701740610');
    await scene.settle();
    const id = await pipeline.send({ places: [area] });
    for (const path of ['report', 'report/doubts']) {
      expect((await pipeline.get(`/broadcasts/${id}/${path}`)).statusCode).toBe(200);
      const file = await pipeline.get(`/broadcasts/${id}/${path}`, { accept: 'text/csv' });
      expect(file.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${path.split('/').at(-1)!}-${id}.csv"`,
      });
    }
    expect(
      await pipeline.db.query(
        `SELECT member_id, subject, detail FROM audit_entry WHERE action = 'report.export' ORDER BY id`,
      ),
    ).toEqual([
      { member_id: anna.id, subject: id, detail: { kind: 'report' } },
      { member_id: anna.id, subject: id, detail: { kind: 'doubts' } },
    ]);
  });

  it('the table of doubts contains each of 1,200 doubts once', async () => {
    const { scene, db } = pipeline;
    const area = await scene.area('Porsön', { x: 200, y: 0, side: 100 });
    await (await scene.address('Skolgatan 1', { x: 210, y: 10 })).phone('+46701740611');
    await scene.settle();
    const id = await pipeline.send({ places: [area] });
    await db.query(
      `INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status)
       SELECT broadcast_id, 1 + i, phone || '-' || i, channel, language, segments, generated, 'unknown'
       FROM delivery, generate_series(1, 1200) AS i WHERE broadcast_id = $1`,
      [id],
    );
    const numbers = Array.from({ length: 1200 }, (_, i) => i + 2);
    const told = (await pipeline.get(`/broadcasts/${id}/report/doubts`)).json<{ n: number }[]>();
    expect(told.map(({ n }) => n)).toEqual(numbers);
    const table = (await pipeline.get(`/broadcasts/${id}/report/doubts`, { accept: 'text/csv' })).body;
    expect(
      table
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['number', ...numbers.map(String)]);
  });
});
