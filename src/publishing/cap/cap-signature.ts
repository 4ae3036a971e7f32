import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignedXml } from 'xml-crypto';
import { StartRefused } from '../../platform/processes/start-refused.js';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Signs CAP messages, if the installation has a key. */
export abstract class CapSigner {
  abstract sign(xml: string): string;
}

/** For installations without a key. */
export class NoSigner extends CapSigner {
  sign(xml: string): string {
    return xml;
  }
}

/**
 * An enveloped XML signature, as CAP 1.2 section 3.3.4.1 asks for. RSA with PKCS #1 v1.5 has no random part, so that each
 * process signs with the same bytes. ECDSA is random: two processes would publish one message in two forms.
 */
export class RsaSigner extends CapSigner {
  private constructor(
    private readonly key: KeyObject,
    private readonly certificate: string,
  ) {
    super();
  }

  /** @throws StartRefused naming the setting whose file is wrong */
  static read(keyFile: string, certificateFile: string): RsaSigner {
    const key = readAs('CAP_SIGNING_KEY_FILE', keyFile, (pem) => createPrivateKey(pem));
    const certificate = readAs('CAP_SIGNING_CERT_FILE', certificateFile, (pem) => new X509Certificate(pem));
    if (key.asymmetricKeyType !== 'rsa')
      throw wrong('CAP_SIGNING_KEY_FILE', 'the key must be an RSA key', keyFile);
    if (!certificate.checkPrivateKey(key))
      throw wrong('CAP_SIGNING_CERT_FILE', 'the certificate is not for the key', certificateFile);
    return new RsaSigner(key, certificate.toString());
  }

  sign(xml: string): string {
    const signature = new SignedXml({
      privateKey: this.key,
      publicCert: this.certificate,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: exclusive,
    });
    signature.addReference({
      xpath: '/*',
      uri: '',
      isEmptyUri: true,
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
    });
    signature.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'append' } });
    return signature.getSignedXml();
  }
}

/**
 * @throws StartRefused if only one of the two files is set, or if one of them is wrong
 */
export function readSigner(keyFile: string | undefined, certificateFile: string | undefined): CapSigner {
  if (keyFile && certificateFile) return RsaSigner.read(keyFile, certificateFile);
  if (keyFile) throw wrong('CAP_SIGNING_CERT_FILE', 'required with CAP_SIGNING_KEY_FILE');
  if (certificateFile) throw wrong('CAP_SIGNING_KEY_FILE', 'required with CAP_SIGNING_CERT_FILE');
  return new NoSigner();
}

function readAs<T>(setting: string, file: string, read: (pem: Buffer) => T): T {
  try {
    return read(readFileSync(file));
  } catch (error) {
    // The reason of OpenSSL never contains any of the key.
    throw wrong(setting, `can't be read as PEM: ${(error as Error).message}`, file);
  }
}

const wrong = (setting: string, fault: string, file?: string): StartRefused =>
  new StartRefused(`The settings are wrong:\n  ${setting}: ${fault}${file ? ` (${file})` : ''}`);
