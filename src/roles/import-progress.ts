import type { ImportProgress } from '../places/import/import-dataset.js';
import type { ImportStep } from '../places/import/replace-places.js';

const steps: Readonly<Record<ImportStep, string>> = {
  checking: 'mending broken polygons',
  comparing: 'comparing with what is there',
  places: 'writing places',
  overlaps: 'looking for overlaps',
  blocks: 'making blocks of the designations',
  addresses: 'comparing and writing addresses',
  background: 'writing the background of the map',
  membership: 'finding which address lies where',
};

/** The output for progress. */
export interface ProgressOutput {
  /** Whether it is a terminal, where a line can be redrawn. Otherwise lines are written one after another. */
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

/** Minimum milliseconds between two outputs, on a terminal and in a log. */
const pause = { terminal: 200, log: 5000 };
const width = 24;

/** Shows the progress of an import: a bar that is redrawn on a terminal, a line every 5 s in a log. */
export class ImportProgressBar {
  private shown = -Infinity;
  private drawn = false;

  /** @param now milliseconds since any fixed time */
  constructor(
    private readonly output: ProgressOutput,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(progress: ImportProgress): void {
    const isStep = 'step' in progress;
    const { isTerminal } = this.output;
    const now = this.now();
    if (!isStep && now - this.shown < (isTerminal ? pause.terminal : pause.log)) return;
    this.shown = now;
    const text = isStep ? `${steps[progress.step]} …` : describe(progress, isTerminal);
    this.output.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
    this.drawn = isTerminal;
  }

  /** Erases the bar, so that other output can be written. */
  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[2K');
    this.drawn = false;
  }
}

function describe(
  { layer, rows, share }: Exclude<ImportProgress, { step: ImportStep }>,
  withBar: boolean,
): string {
  const read = `${rows.toLocaleString('en')} rows`;
  if (share === undefined) return `${layer}: ${read}`;
  const percent = `${Math.floor(share * 100)} %`;
  const full = Math.round(share * width);
  const bar = withBar ? `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ` : '';
  return `${layer}: ${bar}${percent}, ${read}`;
}
