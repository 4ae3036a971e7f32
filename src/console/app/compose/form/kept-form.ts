import { emptyForm, type ComposeForm } from './form.js';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The number changes when an older form can no longer be read. */
const slot = (id: string | undefined): string => `budkavle.compose.2.${id ?? 'new'}`;

/** The unsent form of this tab. It survives a reload, a phone call and a lost session. */
export class KeptForm {
  constructor(
    private readonly memory: Memory,
    private readonly id?: string,
  ) {}

  /** @returns undefined when there is none, or when it cannot be read */
  read(): ComposeForm | undefined {
    const kept = this.memory.getItem(slot(this.id));
    if (kept === null) return undefined;
    try {
      return { ...emptyForm, ...(JSON.parse(kept) as ComposeForm) };
    } catch {
      return undefined;
    }
  }

  /** A full storage must not stop the user from writing. */
  write(form: ComposeForm): void {
    try {
      this.memory.setItem(slot(this.id), JSON.stringify(form));
    } catch {
      this.memory.removeItem(slot(this.id));
    }
  }

  forget(): void {
    this.memory.removeItem(slot(this.id));
  }
}
