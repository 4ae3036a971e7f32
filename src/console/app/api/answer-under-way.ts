/** Makes an answer of the one that is there. */
export type Change<Answer> = (now: Answer | undefined) => Answer | undefined;

/** What was put in place of an answer while it was being fetched. The fetch may have read what was there before that. */
export class AnswerUnderWay<Answer> {
  private changes: Change<Answer>[] | undefined;

  begin(): void {
    this.changes = [];
  }

  note(change: Change<Answer>): void {
    this.changes?.push(change);
  }

  /** @returns what was fetched, with what is newer than it */
  end(fetched?: Answer): Answer | undefined {
    const changes = this.changes ?? [];
    this.changes = undefined;
    return changes.reduce<Answer | undefined>((now, change) => change(now), fetched);
  }
}
