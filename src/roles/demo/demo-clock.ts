import { Clock } from '../../kernel/clock.js';

/** The system clock, except inside `at`: there it gives a fixed time in the past, for making the demo's history. */
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
