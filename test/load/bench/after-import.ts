import { setTimeout as pause } from 'node:timers/promises';
import { text } from './clients.js';
import type { Ground } from './ground.js';
import type { Submitted } from '../rig/staff.js';
import { monotonicMs } from './monotonic.js';
import { Samples } from './places/samples.js';
import type { Figure } from './targets.js';

/** Targets in milliseconds: for a preview, and for a submission or an approval. */
const maxPreviewMs = 1000;
const maxStepMs = 3000;
/** How often each size is measured. Small and large places take turns. */
const rounds = 3;
/** How long the worker may take to work everything out, in milliseconds. */
const maxMs = 5 * 60_000;

/**
 * Measures how long staff wait after a register has been imported, in three situations: nothing is worked out and no
 * worker runs; a worker is working it out; everything is due again, as after a new delivery of the register. The plain
 * count of the same phones is measured for comparison.
 */
export async function afterImport(ground: Ground, recipients: number): Promise<Figure[]> {
  const { rig } = ground;
  const sizes = [100, Math.min(recipients, 10_000), recipients];
  const places = await Promise.all(sizes.map((size) => ground.placeOf(size)));
  const figures: Figure[] = [];
  const bare = new Samples(`bare count of ${recipients} phones`);
  for (let round = 0; round < rounds; round++) await timed(bare, '', () => bareCount(ground, places.at(-1)!));
  figures.push(...bare.figures());

  await makeDue(ground, true);
  figures.push(...(await moment(ground, 'nothing is worked out', sizes, places)));

  await makeDue(ground, true);
  const worker = await ground.worker();
  try {
    const previews = sizes.map((size) => new Samples(`preview of ${size}, while a worker works it out`));
    const until = Date.now() + maxMs;
    while ((await isDue(ground)) && Date.now() < until)
      for (const [nth, samples] of previews.entries())
        await timed(samples, places[nth]!, () => preview(ground, places[nth]!));
    figures.push(...previews.flatMap((samples) => samples.figures(maxPreviewMs)));
    await ground.sent((await ground.send(100, text)).id, 60_000);
    while ((await isDue(ground)) && Date.now() < until) await pause(200);
  } finally {
    await worker.stop(30_000);
  }
  await ground.clear();

  await makeDue(ground, false);
  figures.push(...(await moment(ground, 'all is due again', sizes, places)));
  await ground.clear();
  await rig.db.query('VACUUM (ANALYZE) reach, reach_due');
  return figures;
}

/** Measures previews, then submission and approval of an alert, its extension and its all-clear. No worker sends. */
async function moment(
  ground: Ground,
  when: string,
  sizes: readonly number[],
  places: readonly string[],
): Promise<Figure[]> {
  const previews = sizes.map((size) => new Samples(`preview of ${size}, ${when}`));
  for (let round = 0; round < rounds; round++)
    for (const [nth, samples] of previews.entries())
      await timed(samples, places[nth]!, () => preview(ground, places[nth]!));
  const steps = new Samples(`submission or approval, ${when}`);
  const extension = new Samples(`preview of an extension, ${when}`);
  const [smaller, largest] = [places[1]!, places.at(-1)!];
  const write = (audience: object | undefined, follows?: object) =>
    ground.staff.call<{ id: string }>(0, 'POST', '/broadcasts', {
      ...(audience ? { audience } : {}),
      ...(follows ? { follows } : {}),
      ...(follows && 'relation' in follows && follows.relation === 'extension'
        ? {}
        : { texts: [{ language: 'sv', sms: text }], lane: 'urgent' }),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
  const through = async (id: string, what: string) => {
    const submitted = await timed(steps, `submission of ${what}`, () =>
      ground.staff.call<Submitted>(0, 'POST', `/broadcasts/${id}/submission`),
    );
    await timed(steps, `approval of ${what}`, () => ground.staff.approve(submitted));
  };
  const alert = await write({ places: [smaller] });
  await through(alert.id, 'an alert');
  for (let round = 0; round < rounds; round++)
    await timed(extension, largest, () =>
      ground.staff.call(0, 'POST', `/broadcasts/${alert.id}/extension-preview`, {
        audience: { places: [largest] },
      }),
    );
  const wider = await write({ places: [largest] }, { broadcast: alert.id, relation: 'extension' });
  await through(wider.id, 'an extension');
  const clear = await write(undefined, { broadcast: alert.id, relation: 'all-clear' });
  await through(clear.id, 'an all-clear');
  for (const line of steps.slowest(6)) console.error(`  ${when}: ${line}`);
  return [
    ...previews.flatMap((samples) => samples.figures(maxPreviewMs)),
    ...extension.figures(maxPreviewMs),
    ...steps.figures(maxStepMs),
  ];
}

const preview = (ground: Ground, place: string) =>
  ground.staff.call(0, 'POST', '/audiences/preview', { audience: { places: [place] } });

const bareCount = (ground: Ground, place: string) =>
  ground.rig.db.query(
    `SELECT count(DISTINCT pa.phone) FROM address_place ap JOIN phone_address pa USING (address_id) WHERE ap.place_id = $1`,
    [place],
  );

/** Leaves the register like an import that works nothing out itself, and removes the planner's statistics. */
async function makeDue({ rig }: Ground, withoutReach: boolean): Promise<void> {
  await rig.db.query('TRUNCATE reach_due, kept_count, reach_was');
  if (withoutReach) await rig.db.query('TRUNCATE reach');
  await rig.db.query('INSERT INTO reach_due SELECT DISTINCT address_id FROM phone_address');
  await rig.db.query(
    `DELETE FROM pg_statistic WHERE starelid IN ('reach'::regclass, 'reach_due'::regclass, 'phone_address'::regclass)`,
  );
}

const isDue = async ({ rig }: Ground): Promise<boolean> =>
  (await rig.db.query<unknown[]>('SELECT 1 FROM reach_due LIMIT 1')).length > 0;

async function timed<T>(samples: Samples, what: string, work: () => Promise<T>): Promise<T> {
  const begun = monotonicMs();
  const answer = await work();
  samples.add(monotonicMs() - begun, what);
  return answer;
}
