import { setTimeout as pause } from 'node:timers/promises';
import type { ChildRole } from '../../../../src/platform/processes/child-role.js';
import { newId } from '../../../../src/kernel/ids.js';
import { populate } from '../../rig/population.js';
import { Rig } from '../../rig/rig.js';
import { Staff } from '../../rig/staff.js';
import { text } from '../clients.js';
import type { Aim } from './attacks.js';

const phones = 20_000;
const block = 540;
const town = 40_000;

/** Real services, a web process and the data that the attacks request. No worker runs, so nothing is sent. */
export class PressureGround {
  private constructor(
    readonly rig: Rig,
    readonly web: ChildRole,
    readonly staff: Staff,
    /** Id of the place with all phones, which the probe previews. */
    readonly everywhere: string,
    readonly aim: Aim,
  ) {}

  /** @throws ProgramMissing */
  static async open(): Promise<PressureGround> {
    const rig = await Rig.open({
      env: { LOG_LEVEL: 'error' },
      onLine: (role, line) => console.error(`${role}: ${line}`),
    });
    try {
      const everywhere = await populate(rig.db, { phones });
      const [blockPlace, townPlace] = [
        await placeWithoutPhones(rig, block),
        await placeWithoutPhones(rig, town),
      ];
      await workOut(rig);
      const web = await rig.start('web');
      const staff = await Staff.hire(rig.db, rig.web);
      const draft = async (place: string): Promise<string> => {
        const written = await staff.call<{ id: string }>(1, 'POST', '/broadcasts', writing(place));
        return written.id;
      };
      const { id: inDoubt } = await staff.send({
        audience: { places: [everywhere] },
        sms: text,
        lane: 'routine',
      });
      await makeDoubtful(rig, inDoubt);
      const aim: Aim = {
        web: rig.web,
        authorization: staff.authorization(1),
        unreachedBlock: await draft(blockPlace),
        unreachedTown: await draft(townPlace),
        inDoubt,
      };
      return new PressureGround(rig, web, staff, everywhere, aim);
    } catch (error) {
      await rig.close();
      throw error;
    }
  }

  /** Resets all allowances: the run measures how long answers take, and no request may be refused for its number. */
  async forgetAllowances(): Promise<void> {
    await this.rig.db.query('DELETE FROM code_allowance');
  }

  close(): Promise<void> {
    return this.rig.close();
  }
}

/** Has a worker work out what an import leaves to it, so that a preview is as fast as in normal operation. */
async function workOut(rig: Rig): Promise<void> {
  const worker = await rig.start('worker');
  const until = Date.now() + 120_000;
  for (;;) {
    const [answer] = await rig.db.query<{ more: boolean }[]>('SELECT EXISTS (SELECT FROM reach_due) AS more');
    if (!answer?.more) break;
    if (Date.now() > until) throw new Error('the worker did not work everything out within two minutes');
    await pause(200);
  }
  await worker.stop(10_000);
}

const writing = (place: string): object => ({
  audience: { places: [place] },
  texts: [{ language: 'sv', sms: text }],
  lane: 'routine',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Makes a place of streets with fifty doors each, where nobody has a phone. @returns the place's id */
async function placeWithoutPhones({ db }: Rig, addresses: number): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
     SELECT $1, 'area', $2, $2, 'bench', $2, geom FROM place WHERE source = 'load'`,
    [id, `${addresses} addresses without a phone`],
  );
  await db.query(
    `WITH made AS (
       INSERT INTO address (id, source, source_key, street, number, search_name, postal_code, locality, point, point_source)
       SELECT gen_random_uuid(), 'bench', $2::int || '-' || i, 'Väg ' || i / 50, (i % 50 + 1)::text,
         'vag ' || i / 50 || ' ' || i % 50 + 1, '97231', 'Luleå',
         ST_SetSRID(ST_MakePoint(801000 + i % 40000, 7280000), Find_SRID('public', 'address', 'point')), 'own'
       FROM generate_series(1, $2::int) AS i RETURNING id)
     INSERT INTO address_place (place_id, address_id) SELECT $1, id FROM made`,
    [id, addresses],
  );
  await db.query('VACUUM (ANALYZE) place, address, address_place');
  return id;
}

/** Leaves the broadcast as after a night in which the provider neither answered nor listed anything. */
async function makeDoubtful({ db }: Rig, broadcast: string): Promise<void> {
  await db.query(`UPDATE delivery SET status = 'unknown' WHERE broadcast_id = $1`, [broadcast]);
  await db.query(
    `INSERT INTO delivery_event (broadcast_id, n, kind, detail)
     SELECT broadcast_id, n, kind, '{}' FROM delivery, unnest(ARRAY['in-doubt', 'list-empty', 'unknown']) AS kind
     WHERE broadcast_id = $1`,
    [broadcast],
  );
  await db.query('ANALYZE delivery, delivery_event');
}
