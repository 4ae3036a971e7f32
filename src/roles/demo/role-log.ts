import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';

/** Pino's level number for warnings. */
const warning = 40;
/** Milliseconds before the same line is shown again. */
const quiet = 10_000;

/** Writes the output of a role to a file, and shows warnings, errors and plain text in the terminal. */
export class RoleLog {
  private readonly file: WriteStream;
  private readonly shownAt = new Map<string, number>();

  constructor(
    folder: string,
    private readonly role: string,
    private readonly show: (line: string) => void,
  ) {
    this.file = createWriteStream(path.join(folder, `${role}.log`));
    // Continue if the log can't be written, for example on a full disk.
    this.file.on('error', () => undefined);
  }

  readonly write = (line: string): void => {
    this.file.write(`${line}\n`);
    const shown = readable(line);
    if (!shown || Date.now() - (this.shownAt.get(shown) ?? 0) < quiet) return;
    if (this.shownAt.size > 1_000) this.shownAt.clear();
    this.shownAt.set(shown, Date.now());
    this.show(`${this.role}: ${shown}`);
  };
}

function readable(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() || undefined;
  try {
    const { level, msg, stack } = JSON.parse(line) as { level?: number; msg?: string; stack?: string };
    if (level === undefined || level < warning) return undefined;
    return [msg, stack].filter(Boolean).join('\n');
  } catch {
    return line;
  }
}
