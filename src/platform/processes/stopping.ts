import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ReplaySubject, type Observable } from 'rxjs';

/** Whether this process was told to stop. New work is then refused, and endless streams are ended. */
@Injectable()
export class Stopping implements OnModuleDestroy {
  private readonly told = new ReplaySubject<void>(1);
  private begun = false;

  /** Emits once when stopping begins; immediately if it has already begun. */
  readonly begins: Observable<void> = this.told;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
    this.told.next();
    this.told.complete();
  }

  /** The first step of closing the app: closing waits for open streams, so they must end now. */
  onModuleDestroy(): void {
    this.begin();
  }
}
