// The words Twilio itself acts on. Swedish ones (STOPP, AVSLUTA) it knows nothing of: the sender must.
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'YES', 'UNSTOP']);

/** Which handset wants no more texts from which number. */
export class OptOuts {
  readonly #pairs = new Set<string>();

  has(handset: string, sender: string): boolean {
    return this.#pairs.has(`${handset}>${sender}`);
  }

  /** Notes what an inbound text says about it, if it is nothing but one of the words. */
  heed(handset: string, sender: string, text: string): void {
    const word = text.trim().toUpperCase();
    if (stopWords.has(word)) this.#pairs.add(`${handset}>${sender}`);
    if (startWords.has(word)) this.#pairs.delete(`${handset}>${sender}`);
  }
}
