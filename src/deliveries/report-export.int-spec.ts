import { Pipeline } from '../../test/support/pipeline.js';

describe('a report that is taken away as a table', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
  });
  afterAll(() => pipeline.stop());

  it('is in the audit log, with who took which; one that is only read is not', async () => {
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
});
