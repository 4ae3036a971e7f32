import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignedXml } from 'xml-crypto';
import { alert, at, settings, sv } from '../../../test/support/cap/chains.js';
import { sweden } from '../../../test/support/cap/cap-polygons.js';
import { profileFindings } from '../../../test/support/cap/cap-profile.js';
import { CapSchema } from '../../../test/support/cap/cap-schema.js';
import { testCertificate } from '../../../test/support/cap/test-certificate.js';
import { StartRefused } from '../../platform/processes/start-refused.js';
import { assemble } from '../bulletin/public-incident.js';
import { chainOf } from './cap-message.js';
import { readSigner } from './cap-signature.js';
import { capXml } from './cap-xml.js';

describe('the signature of CAP messages', () => {
  const own = testCertificate();
  let folder: string;
  let key: string;
  let certificate: string;
  const file = (name: string, content: string): string => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cap-signature-'));
    key = file('key.pem', own.key);
    certificate = file('certificate.pem', own.certificate);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const xml = capXml(
    chainOf(
      assemble([{ ...alert, texts: sv('Koka < & > ]]> "vattnet".\n\nHämta vatten på Å.') }], at(1))[0]!,
      settings,
    )[0]!,
  );
  function holds(signed: string): boolean {
    const signature = new SignedXml({ publicCert: own.certificate });
    signature.loadSignature(/<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)![0]);
    try {
      return signature.checkSignature(signed);
    } catch {
      return false;
    }
  }

  it('holds for the message, and for no other', () => {
    const signed = readSigner(key, certificate).sign(xml);
    expect(signed).toContain('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
    expect(holds(signed)).toBe(true);
    expect(holds(signed.replace('Kronan', 'Porsön'))).toBe(false);
    expect(holds(signed.replace('</alert>', '<!-- x --></alert>'))).toBe(true);
  });

  it('is the same in each process, byte for byte', () => {
    expect(readSigner(key, certificate).sign(xml)).toBe(readSigner(key, certificate).sign(xml));
  });

  it('leaves a message that the schema and the profile accept', async () => {
    const schema = new CapSchema();
    const { faults, tree } = await schema.check(readSigner(key, certificate).sign(xml));
    await schema.close();
    expect(faults).toEqual([]);
    expect(profileFindings(tree!, sweden)).toEqual([]);
    expect(tree!.children.at(-1)!.name).toBe('Signature');
  });

  it('is left out without a key', () => {
    expect(readSigner(undefined, undefined).sign(xml)).toBe(xml);
  });

  it('stops the start when a file is wrong, and says which', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const cases: [string | undefined, string | undefined, string][] = [
      [key, undefined, 'CAP_SIGNING_CERT_FILE: required'],
      [undefined, certificate, 'CAP_SIGNING_KEY_FILE: required'],
      [path.join(folder, 'none.pem'), certificate, "CAP_SIGNING_KEY_FILE: can't be read"],
      [certificate, certificate, "CAP_SIGNING_KEY_FILE: can't be read"],
      [key, key, "CAP_SIGNING_CERT_FILE: can't be read"],
      [
        file('ec.pem', ec.export({ type: 'pkcs8', format: 'pem' }).toString()),
        certificate,
        'must be an RSA key',
      ],
      [file('other.pem', testCertificate().key), certificate, 'the certificate is not for the key'],
    ];
    for (const [keyFile, certificateFile, fault] of cases) {
      expect(() => readSigner(keyFile, certificateFile)).toThrow(StartRefused);
      expect(() => readSigner(keyFile, certificateFile)).toThrow(fault);
    }
  });
});
