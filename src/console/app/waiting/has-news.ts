/** Whether something waits that did not wait before. What waited when the page opened is no news. */
export const hasNews = (before: readonly string[] | undefined, now: readonly string[]): boolean =>
  before !== undefined && now.some((id) => !before.includes(id));
