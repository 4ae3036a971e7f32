/** The program can't start or continue, for a reason that its operator can fix. Shown without a stack trace. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
