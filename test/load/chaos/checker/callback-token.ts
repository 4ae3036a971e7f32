/** Whose request it was, as its callback's address tells: 16 bytes of the broadcast's id, 4 of the number, a token. */
export interface CallbackToken {
  readonly broadcastId: string;
  readonly n: number;
  readonly token: string;
}

/** @returns undefined for an address without a token that makes sense */
export function readCallbackToken(address: string | null): CallbackToken | undefined {
  const [key, token] = (address === null ? '' : (new URL(address).searchParams.get('t') ?? '')).split('.');
  const bytes = Buffer.from(key ?? '', 'base64url');
  if (bytes.length !== 20 || !token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const broadcastId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { broadcastId, n: bytes.readUInt32BE(16), token };
}
