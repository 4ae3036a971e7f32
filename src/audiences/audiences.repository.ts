import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PhoneRole } from '../kernel/phone-roles.js';
import { AreasDrawnRepository } from '../places/areas-drawn.repository.js';
import { isArea, type AreaAudience, type Audience, type Near } from './audience.js';
import { familyOfSql } from './family.sql.js';

const roleNames: Readonly<Record<PhoneRole, string>> = {
  resident: 'boende',
  owner: 'ägare på annat håll',
  business: 'företag',
  watcher: 'andra anmälda',
};
const nameOfThing = ({ geometry, name }: Near): string =>
  name ?? (geometry.type.includes('Line') ? 'en linje' : 'en punkt');
/** Of a drawing, those with the most addresses. */
const maxAreasNamed = 2;
const listed = new Intl.ListFormat('sv', { type: 'conjunction' });

/** Read-only queries on who is where. */
@Injectable()
export class AudiencesRepository {
  constructor(
    private readonly db: DataSource,
    private readonly drawn: AreasDrawnRepository,
  ) {}

  /** Returns the ids that are not current places. */
  async unknownPlaces(ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM place p WHERE p.id = id.id AND p.valid_to IS NULL)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Those of the places that staff have saved, with the version of each. The version changes when the area is redrawn,
   * renamed or removed. Changes by an import show only in the count.
   */
  async savedAreas(
    ids: readonly string[],
    tx: EntityManager = this.db.manager,
  ): Promise<{ id: string; name: string; version: string; changedAt: Date }[]> {
    return tx.query(
      `SELECT p.id, p.name, s.version::text, s.changed_at AS "changedAt" FROM saved_area s JOIN place p ON p.id = s.place_id
       WHERE s.place_id = ANY($1::uuid[]) ORDER BY p.name`,
      [ids],
    );
  }

  /** Whether the recipients of a broadcast's family are still known. */
  async remembersRecipients(root: string): Promise<boolean> {
    const disposed = await this.db.query<unknown[]>(
      `SELECT 1 FROM disposed_broadcast WHERE broadcast_id = ANY(ARRAY(
         SELECT id FROM broadcast WHERE ${familyOfSql('$1::uuid')})) LIMIT 1`,
      [root],
    );
    return disposed.length === 0;
  }

  async isOpenTopic(id: string): Promise<boolean> {
    return (
      (await this.db.query<unknown[]>(`SELECT 1 FROM topic WHERE id = $1 AND state = 'open'`, [id]))
        .length === 1
    );
  }

  /** The title of the audience: the topic's name, or the parts of an area. */
  async nameOf(audience: Audience): Promise<string> {
    if (isArea(audience)) return this.nameOfArea(audience);
    if ('topic' in audience) {
      const [topic] = await this.db.query<{ name: string }[]>(
        `SELECT name->>'sv' AS name FROM topic WHERE id = $1`,
        [audience.topic],
      );
      return topic?.name ?? '';
    }
    if ('phone' in audience) return 'En telefon';
    const [earlier] = await this.db.query<{ name: string }[]>(
      'SELECT audience_name AS name FROM broadcast WHERE id = $1',
      [audience.recipientsOf],
    );
    return `De som fick: ${earlier?.name ?? ''}`;
  }

  private async nameOfArea(audience: AreaAudience): Promise<string> {
    const { places = [], chosenBy = {}, polygon, near = [], minus, roles } = audience;
    const parts = [
      ...(places.length > 0 ? [await this.namesOf(places, chosenBy)] : []),
      ...(polygon ? [await this.nameOfDrawing(polygon)] : []),
      ...near.map((thing) => `inom ${thing.metres} m från ${nameOfThing(thing)}`),
    ];
    if (minus) parts.push(`utom ${await this.namesOf(minus.places, chosenBy)}`);
    if (roles) parts.push(`bara ${listed.format(roles.map((role) => roleNames[role]))}`);
    const name = parts.join(', ');
    // The name of a place is not capitalised.
    return places.length > 0 ? name : name.charAt(0).toUpperCase() + name.slice(1);
  }

  /** Tells several drawings of one night apart. */
  private async nameOfDrawing(polygon: NonNullable<AreaAudience['polygon']>): Promise<string> {
    // A name is never the reason that a broadcast can't be written.
    const { areas } = await this.drawn.in(polygon).catch(() => ({ areas: [] }));
    if (areas.length === 0) return 'ritad yta';
    const named = areas.slice(0, maxAreasNamed).map(({ name }) => name);
    const more = areas.length - named.length;
    return `ritad yta i ${more > 0 ? `${named.join(', ')} + ${more}` : listed.format(named)}`;
  }

  private async namesOf(ids: readonly string[], chosenBy: Readonly<Record<string, string>>): Promise<string> {
    const rows = await this.db.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM place WHERE id = ANY($1::uuid[]) ORDER BY name',
      [ids],
    );
    // Readers know an address, but not the designation of its property.
    const names = rows.map(({ id, name }) =>
      chosenBy[id] === undefined ? name : `${chosenBy[id]} (${name})`,
    );
    return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} + ${names.length - 3}`;
  }
}
