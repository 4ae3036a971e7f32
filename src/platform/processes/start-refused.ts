/** The program can't start or go on, for a reason that whoever started it can mend. Shown without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
