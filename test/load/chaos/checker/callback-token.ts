/** The attempt that a callback's address names: 16 bytes of broadcast id, 4 bytes of delivery number, and a token. */
export interface CallbackToken {
  readonly broadcastId: string;
  readonly n: number;
  readonly token: string;
}

/** @returns undefined for an address without a valid token */
export function readCallbackToken(address: string | null): CallbackToken | undefined {
  const [key, token] = (address === null ? '' : (new URL(address).searchParams.get('t') ?? '')).split('.');
  const bytes = Buffer.from(key ?? '', 'base64url');
  if (bytes.length !== 20 || !token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const broadcastId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { broadcastId, n: bytes.readUInt32BE(16), token };
}
