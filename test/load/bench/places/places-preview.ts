import { setTimeout as pause } from 'node:timers/promises';
import { enrolInto } from '../enrol-into.js';
import { monotonicMs } from '../monotonic.js';
import type { Figure } from '../targets.js';
import { audienceKinds, type AudienceCase, type AudienceKind } from './audience-cases.js';
import type { PlacesGround } from './places-ground.js';
import { Samples } from './samples.js';

interface Preview {
  readonly phones: { readonly mobile: number; readonly landline: number };
}

/** How many cases of a kind are also enrolled, to check that the number shown is the number reached. */
const checked = 40;
const maxMs = 10 * 60_000;

/**
 * Measures previews over HTTP in three states: right after one of the phones changed, after a worker has brought the
 * reach up to date, and once more. Compares them with a count of the phones joined to their addresses. Also checks that
 * the number shown is the number enrolled.
 */
export async function preview(ground: PlacesGround): Promise<{ figures: Figure[]; samples: Samples[] }> {
  await ground.startWeb();
  const worker = await ground.rig.start('worker');
  try {
    const figures: Figure[] = [];
    const samples: Samples[] = [];
    const differences: string[] = [];
    await caughtUp(ground);
    await countedAhead(ground);
    for (const kind of await audienceKinds(ground)) {
      const { changed, afresh, again, bare } = await lookAt(ground, kind);
      for (const one of [changed, afresh, again]) figures.push(...one.figures(kind.target));
      figures.push(...afresh.against(bare));
      samples.push(changed, afresh, again);
      const anew = await lookAnew(ground, kind);
      if (anew.count > 0) figures.push(...anew.figures());
      samples.push(anew);
      differences.push(...(await differencesOf(ground, kind.cases.slice(0, checked))));
    }
    for (const difference of differences) console.error(`preview and enrolment differ: ${difference}`);
    figures.push({
      name: 'previews that differ from the enrolment',
      value: differences.length,
      unit: '',
      target: { atMost: 0 },
    });
    return { figures, samples };
  } finally {
    await worker.stop(10_000);
  }
}

async function lookAt(ground: PlacesGround, { name, cases, rounds }: AudienceKind) {
  const changed = new Samples(`preview of ${name}, a phone just changed`);
  const afresh = new Samples(`preview of ${name}, afresh`);
  const again = new Samples(`preview of ${name}, again`);
  const bare = new Samples(`bare count for ${name}`);
  for (let round = 0; round < rounds; round++) {
    for (const one of cases) {
      await changeAPhone(ground, one, round % 2 === 0);
      changed.add((await previewOf(ground, one)).ms, one.name);
    }
    await caughtUp(ground);
    for (const one of cases) {
      const { ms, phones } = await previewOf(ground, one);
      afresh.add(ms, `${one.name}: ${phones} phones`);
      again.add((await previewOf(ground, one)).ms, one.name);
      bare.add(await ground.bare(one.bare.sql, one.bare.parameters), one.name);
    }
  }
  return { changed, afresh, again, bare };
}

/** Measures places whose kept count was deleted, as after an import before a worker has counted ahead. */
async function lookAnew(ground: PlacesGround, { name, cases }: AudienceKind): Promise<Samples> {
  const anew = new Samples(`preview of ${name}, counted anew`);
  for (const one of cases) {
    if (!one.audience.places) continue;
    await ground.rig.db.query('DELETE FROM kept_count WHERE places = $1::uuid[]', [one.audience.places]);
    anew.add((await previewOf(ground, one)).ms, one.name);
  }
  await countedAhead(ground);
  return anew;
}

/** Resolves when no address is due any more. */
const caughtUp = (ground: PlacesGround): Promise<void> =>
  nothingLeftOf(ground, 'SELECT EXISTS (SELECT FROM reach_due) AS more');

/** Resolves when a worker has counted the municipality and its areas. */
const countedAhead = (ground: PlacesGround): Promise<void> =>
  nothingLeftOf(
    ground,
    `SELECT EXISTS (SELECT FROM place p WHERE kind IN ('municipality', 'area') AND valid_to IS NULL
       AND (SELECT count(*) FROM kept_count WHERE places = ARRAY[p.id]) < 2) AS more`,
  );

async function nothingLeftOf({ rig }: PlacesGround, question: string): Promise<void> {
  const until = monotonicMs() + maxMs;
  while (monotonicMs() < until) {
    const [answer] = await rig.db.query<{ more: boolean }[]>(question);
    if (!answer?.more) return;
    await pause(200);
  }
  throw new Error('what is worked out ahead did not catch up within ten minutes');
}

async function previewOf(
  ground: PlacesGround,
  { audience }: AudienceCase,
): Promise<{ ms: number; phones: number }> {
  // Reset the allowance: the bench asks more often than a person would.
  await ground.rig.db.query(`DELETE FROM code_allowance WHERE scope = 'preview'`);
  const { ms, body } = await ground.ask('POST', '/audiences/preview', { audience });
  const { phones } = JSON.parse(body.toString()) as Preview;
  return { ms, phones: phones.mobile + phones.landline };
}

/** Sets or withdraws the objection of one phone in the audience's places; of any phone if it has no places. */
async function changeAPhone(
  ground: PlacesGround,
  { audience }: AudienceCase,
  objects: boolean,
): Promise<void> {
  const at = audience.places ?? [];
  const [there] = await ground.rig.db.query<{ phone: string }[]>(
    at.length > 0
      ? `SELECT phone FROM address_place JOIN phone_address USING (address_id)
         WHERE place_id = ANY($1::uuid[]) AND NOT protected LIMIT 1`
      : `SELECT phone FROM phone_address WHERE $1::uuid[] IS NOT NULL AND NOT protected LIMIT 1`,
    [at],
  );
  if (there) await ground.ask('POST', '/objections', { phone: there.phone, objects });
}

async function differencesOf(ground: PlacesGround, cases: readonly AudienceCase[]): Promise<string[]> {
  const differences: string[] = [];
  for (const one of cases) {
    const { phones } = await previewOf(ground, one);
    const { planned } = await enrolInto(ground.rig.db, one.audience, 'mobile-first');
    if (phones !== planned) differences.push(`${one.name}: ${phones} shown, ${planned} enrolled`);
  }
  return differences;
}
