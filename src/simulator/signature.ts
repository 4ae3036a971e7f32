import { createHmac } from 'node:crypto';

/**
 * `X-Twilio-Signature`: base64 of the HMAC-SHA1 over the full URL as configured (including the query string), followed
 * by the name and value of each form parameter, sorted by name.
 */
export function sign(authToken: string, url: string, params: Readonly<Record<string, string>>): string {
  let signed = url;
  for (const name of Object.keys(params).sort()) signed += name + params[name]!;
  return createHmac('sha1', authToken).update(signed).digest('base64');
}
