import type { DataSource } from 'typeorm';

/** Longitude and latitude of `count` addresses, picked from all of them. The same salt gives the same addresses. */
export async function pointsAtAddresses(
  db: DataSource,
  count: number,
  salt: string,
): Promise<(readonly [number, number])[]> {
  const points = await db.query<{ x: number; y: number }[]>(
    `SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (
       SELECT ST_Transform(point, 4326) AS p FROM address
       WHERE valid_to IS NULL ORDER BY md5(source_key || $1) LIMIT $2) scattered`,
    [salt, count],
  );
  return points.map(({ x, y }) => [x, y]);
}
