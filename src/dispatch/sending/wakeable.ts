/** Waits for a ring or a timeout, whichever comes first. A ring while nobody waits is kept for the next wait. */
export class Wakeable {
  private rung = false;
  private ringing: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.ringing?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.ringing = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.ringing = undefined;
    }
    this.rung = false;
  }
}
