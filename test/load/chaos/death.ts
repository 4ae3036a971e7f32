/** Lines that tell how a process came to its end. */
const lastLines = 40;

/** What a process wrote last. */
export class LastWords {
  private readonly lines: string[] = [];

  readonly hear = (line: string): void => {
    this.lines.push(line);
    if (this.lines.length > lastLines) this.lines.shift();
  };

  get all(): readonly string[] {
    return [...this.lines];
  }
}

/** A process that ended though nobody told it to: the run has failed, whatever the books say. */
export interface Death {
  readonly who: string;
  readonly reason: string;
  readonly lastWords: readonly string[];
}

export const tellDeath = ({ who, reason, lastWords }: Death): string =>
  [`! ${who} ended unasked: ${reason}`, ...lastWords.map((line) => `    ${line}`)].join('\n');
