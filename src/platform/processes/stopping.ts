import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ReplaySubject, type Observable } from 'rxjs';

/** Whether this process was told to stop: new work is turned away in time, and what has no end of its own is ended. */
@Injectable()
export class Stopping implements OnModuleDestroy {
  private readonly told = new ReplaySubject<void>(1);
  private begun = false;

  /** Emits once, at once where it has begun. */
  readonly begins: Observable<void> = this.told;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
    this.told.next();
    this.told.complete();
  }

  /** Closing begins with this: a stream left open would be waited for. */
  onModuleDestroy(): void {
    this.begin();
  }
}
