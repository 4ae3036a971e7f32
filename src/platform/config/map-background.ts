/** Tiles of a third-party map, shown below ours. */
export interface MapBackground {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly template: string;
  /** Scheme and host that browsers fetch it from; undefined if it is our own host. */
  readonly origin: string | undefined;
}

/**
 * Reads the template of an XYZ service, or the REST template of a WMTS. The grid must be the usual one of web maps
 * (`GoogleMapsCompatible`, Web Mercator).
 *
 * @returns an error text if the template is not valid
 */
export function readMapBackground(given: string): MapBackground | string {
  const template = given
    .replaceAll('{TileMatrix}', '{z}')
    .replaceAll('{TileCol}', '{x}')
    .replaceAll('{TileRow}', '{y}');
  for (const name of ['{z}', '{x}', '{y}'])
    if (template.split(name).length !== 2)
      return 'must have {z}, {x} and {y}, or {TileMatrix}, {TileCol} and {TileRow}, each once';
  const plain = template.replaceAll('{z}', '0').replaceAll('{x}', '0').replaceAll('{y}', '0');
  if (/[{}\s;,'"]/.test(plain))
    return 'has something in it that is neither an address nor a place for a tile';
  if (plain.startsWith('/') && !plain.startsWith('//')) return { template, origin: undefined };
  const url = URL.canParse(plain) ? new URL(plain) : undefined;
  if (url?.protocol !== 'https:') return 'must begin with https://, or with / where we serve it ourselves';
  if (url.username !== '' || url.password !== '') return 'must have no password: every browser would see it';
  if (/[{}]/.test(template.slice(0, 'https://'.length + url.host.length)))
    return 'must name one host: {z}, {x} and {y} stand after it';
  return { template, origin: url.origin };
}
