import { Clock } from '../../kernel/clock.js';

/** The time of the demo's past while that is made, and the system's otherwise. */
export class DemoClock extends Clock {
  private past: Date | undefined;

  now(): Date {
    return this.past ?? new Date();
  }

  async at<T>(past: Date, work: () => Promise<T>): Promise<T> {
    this.past = past;
    try {
      return await work();
    } finally {
      this.past = undefined;
    }
  }
}
