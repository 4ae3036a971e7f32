/** How many of a process's last lines are kept. */
const lastLines = 40;

/** The last lines that a process wrote. */
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

/** A process that ended without being told to. The run has then failed, even if the checker finds nothing. */
export interface Death {
  readonly who: string;
  readonly reason: string;
  readonly lastWords: readonly string[];
}

export const tellDeath = ({ who, reason, lastWords }: Death): string =>
  [`! ${who} ended unexpectedly: ${reason}`, ...lastWords.map((line) => `    ${line}`)].join('\n');
