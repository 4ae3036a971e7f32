import { Injectable } from '@nestjs/common';
import type { Wording } from '../kernel/refusal.js';

/** What the provider's codes mean to a person. Only the adapter of the provider knows them, and adds them here. */
@Injectable()
export class ReasonWords {
  private readonly known = new Map<string, Wording>();

  add(words: Readonly<Record<string, Wording>>): void {
    for (const [code, wording] of Object.entries(words)) this.known.set(code, wording);
  }

  of(code: string): Wording {
    return (
      this.known.get(code) ?? {
        sv: `Operatören säger att numret inte går att nå (kod ${code}).`,
        en: `The operator says that the number can’t be reached (code ${code}).`,
      }
    );
  }
}
