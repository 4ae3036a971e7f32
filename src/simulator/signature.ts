import { createHmac } from 'node:crypto';

/**
 * `X-Twilio-Signature`: HMAC-SHA1, in base64, over the full URL as it was configured (query string included) and every
 * form parameter, name and value, in order of name.
 */
export function sign(authToken: string, url: string, params: Readonly<Record<string, string>>): string {
  let signed = url;
  for (const name of Object.keys(params).sort()) signed += name + params[name]!;
  return createHmac('sha1', authToken).update(signed).digest('base64');
}
