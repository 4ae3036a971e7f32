import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and its certificate, as PEM. Made anew, so that no key is in the source. */
export interface TestCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** ASN.1 DER. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0');
  const length = body.length < 0x80 ? [body.length] : [0x80 + size.length / 2, ...Buffer.from(size, 'hex')];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const sha256WithRsa = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
const commonName = (name: string): Buffer =>
  sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(name)))));
const day = (digits: string): Buffer => der(0x17, Buffer.from(`${digits}000000Z`));

/** A self-signed RSA certificate. */
export function testCertificate(): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = commonName('larm.example.se');
  const toSign = sequence(
    der(0x02, Buffer.from([1])),
    sha256WithRsa,
    name,
    sequence(day('260101'), day('460101')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toSign, privateKey));
  const base64 = sequence(toSign, sha256WithRsa, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
