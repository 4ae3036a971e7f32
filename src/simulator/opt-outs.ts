// The words that Twilio itself acts on. It does not know Swedish ones (STOPP, AVSLUTA): the sender must handle them.
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'YES', 'UNSTOP']);

/** Which handsets have opted out of texts from which numbers. */
export class OptOuts {
  readonly #pairs = new Set<string>();

  has(handset: string, sender: string): boolean {
    return this.#pairs.has(`${handset}>${sender}`);
  }

  /** Opts out or in, if the inbound text consists of only a stop or start word. */
  heed(handset: string, sender: string, text: string): void {
    const word = text.trim().toUpperCase();
    if (stopWords.has(word)) this.#pairs.add(`${handset}>${sender}`);
    if (startWords.has(word)) this.#pairs.delete(`${handset}>${sender}`);
  }
}
