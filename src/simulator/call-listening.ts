import { webAddress } from './addresses.js';
import { type Call, callParams, type CallScript } from './call.js';
import type { Handsets } from './handsets.js';
import type { SidMint } from './sids.js';
import { perform, type Performance } from './twiml.js';
import type { Webhooks } from './webhooks.js';

/** Maximum number of TwiML documents per call, so that a redirect loop ends. */
const MOST_DOCUMENTS = 5;

/** What the person or answering machine at the other end hears, and the keys that the person presses. */
export class CallListening {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly handsets: Handsets,
    private readonly mint: SidMint,
    private readonly accountSid: string,
  ) {}

  /**
   * Follows the call's script and records at the handset what was heard.
   *
   * @param greeted an answering machine plays its greeting during the first spoken text, which is then not recorded
   * @returns false if there was no TwiML
   */
  async listen(call: Call, greeted = false): Promise<boolean> {
    const { twiml, url } = call.script;
    const document = url === undefined ? twiml : await this.#fetch(call, url, {});
    return this.#follow(call, document, url, greeted ? 1 : 0);
  }

  /**
   * Presses keys if the call asked for them, and listens to what follows. This works also after the call has ended: a
   * user reads more slowly than the simulated person listens.
   *
   * @returns false if the call asked for no keys
   */
  async press(call: Call, digits: string): Promise<boolean> {
    const address = call.keysTo;
    if (address === undefined) return false;
    const answer = await this.#fetch(call, address, { Digits: digits, msg: 'Gather End' });
    await this.#follow(call, answer, address);
    return true;
  }

  async #follow(
    call: Call,
    first: string | undefined,
    address: CallScript['url'],
    missed = 0,
  ): Promise<boolean> {
    const heard: string[] = [];
    let [document, base] = [first, address];
    let understood = false;
    for (let count = 0; count < MOST_DOCUMENTS && document !== undefined; count++) {
      const performance: Performance | undefined = perform(document);
      if (!performance) break;
      understood = true;
      heard.push(...performance.heard);
      const { keysTo, redirect } = performance;
      if (keysTo !== undefined)
        call.keysTo = (keysTo === '' ? base : webAddress(keysTo, base)) ?? call.keysTo;
      base = redirect === undefined ? undefined : webAddress(redirect, base);
      document = base === undefined ? undefined : await this.#fetch(call, base, {});
    }
    if (heard.length > missed) {
      this.handsets.receive(call.to, {
        at: Date.now(),
        kind: 'call',
        from: call.from,
        text: heard.slice(missed).join('\n'),
        n: call.n,
      });
    }
    return understood;
  }

  async #fetch(call: Call, url: string, more: Record<string, string>): Promise<string | undefined> {
    const params = { ...callParams(call, this.mint, this.accountSid, 'in-progress'), ...more };
    const { status, body } = await this.webhooks.post(url, params);
    return status !== undefined && status < 300 ? body : undefined;
  }
}
