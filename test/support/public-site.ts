import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../src/kernel/clock.js';
import { readBrand } from '../../src/platform/brand/read-brand.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { AppModule } from '../../src/roles/app.module.js';
import { RequestVerification } from '../../src/verification/request-verification.js';
import { VerificationSender, type VerificationMessage } from '../../src/verification/verification-sender.js';
import { testConfig } from './app.js';

class Silence extends VerificationSender {
  override send = (): Promise<void> => Promise.resolve();
}

@Global()
@Module({ providers: [{ provide: VerificationSender, useClass: Silence }], exports: [VerificationSender] })
class SilenceModule {}

/** The application with a clock that only the test moves. Codes go to a list instead of to phones. */
export class PublicSite {
  readonly sent: VerificationMessage[] = [];
  refuseToSend = false;
  private at = new Date('2026-03-02T09:00:00Z');

  private constructor(readonly app: NestFastifyApplication) {
    app.get(Clock).now = () => this.at;
    // Whichever module provides the sender: its messages end up here.
    const sender = app.get(RequestVerification, { strict: false })['sender']!;
    sender.send = (message) => {
      if (this.refuseToSend) return Promise.reject(new Error('no network'));
      this.sent.push(message);
      return Promise.resolve();
    };
  }

  /** Empty the database first. */
  static async start(settings: Record<string, string> = {}): Promise<PublicSite> {
    const config = await testConfig(settings);
    const brand = await readBrand(config.get('BRAND_FOLDER'));
    const root = { module: class Root {}, imports: [SilenceModule, AppModule.with(config, { brand })] };
    const app = await createHttpApp(root, config, false);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new PublicSite(app);
  }

  close = (): Promise<void> => this.app.close();

  /** For a real browser. @returns the address it listens at */
  listen = (): Promise<string> => this.app.listen(0, '127.0.0.1').then(() => this.app.getUrl());

  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }

  /** The code that a phone got last. */
  codeTo(phone: string): string {
    const message = this.sent.findLast((each) => each.phone === phone);
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? 'no code was sent';
  }
}
