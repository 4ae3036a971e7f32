import qrcode from 'qrcode-generator';

/** A row of dark squares in a QR code, in squares from its upper left corner. */
export interface DarkRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** A QR code as dark runs, so that it is drawn sharp at any size. */
export interface QrCode {
  /** Squares along a side, without the quiet zone of four that must be white around it. */
  readonly side: number;
  readonly runs: readonly DarkRun[];
}

/** Level M: still readable when a seventh of it is dirty or torn. */
export function qrCodeOf(text: string): QrCode {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  const runs: DarkRun[] = [];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const start = x;
      while (x < side && code.isDark(y, x)) x += 1;
      if (x > start) runs.push({ x: start, y, length: x - start });
    }
  return { side, runs };
}
