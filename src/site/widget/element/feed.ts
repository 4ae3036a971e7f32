/** An incident of `/feeds/alerts.geojson`, as far as the widget reads it. */
export interface Incident {
  /** Null if its place is only said in words. */
  readonly geometry: { readonly coordinates: readonly Ring[][] } | null;
  readonly properties: {
    readonly id: string;
    readonly texts: readonly { readonly language: string; readonly headline: string }[];
    readonly area: string;
    readonly streets: readonly string[];
    /** Null if it is not known which areas it touches. */
    readonly areas: readonly string[] | null;
    /** Whether the geometry is all of its place. */
    readonly isWhole: boolean;
    readonly updated: string;
    readonly over: string | null;
  };
}

/** Positions, longitude before latitude, WGS 84. */
export type Ring = readonly (readonly number[])[];

/** What was read, and how many seconds ago the server had confirmed it. */
export interface Feed {
  readonly incidents: readonly Incident[];
  readonly age: number;
}

/** Milliseconds. */
const patience = 10_000;

/**
 * @param server the origin that serves the feeds
 * @throws if the feed can't be read or is none: nothing is concluded from silence
 */
export async function readFeed(server: string): Promise<Feed> {
  const answer = await fetch(`${server}/feeds/alerts.geojson`, {
    cache: 'no-cache',
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  });
  const { features } = (await answer.json()) as { features?: readonly Incident[] };
  if (!answer.ok || !Array.isArray(features)) throw new Error(`feed ${answer.status}`);
  return { incidents: features, age: Number(answer.headers.get('age') ?? 0) };
}
