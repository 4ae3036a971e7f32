/**
 * Fetches the page again every two seconds while it is visible, appends new items to the list and replaces the status
 * line. It does not replace the page, so focus, a half-written reply and the scroll position stay. Without JavaScript,
 * a link reloads the page.
 */
export const pageScript = `
(() => {
  const fresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const list of document.querySelectorAll('[data-live]')) {
      const newer = page.getElementById(list.id);
      if (!newer) continue;
      if (list.dataset.live === 'add') {
        const atEnd = innerHeight + scrollY > document.body.scrollHeight - 120;
        const added = [...newer.children].filter((item) => !document.getElementById(item.id));
        list.append(...added);
        if (added.length) document.querySelector('.empty')?.remove();
        if (added.length && atEnd) added.at(-1).scrollIntoView({ block: 'nearest' });
      } else if (list.innerHTML !== newer.innerHTML && !list.contains(document.activeElement)
          && !list.querySelector('textarea')?.value) {
        list.innerHTML = newer.innerHTML;
      }
    }
  };
  setInterval(() => { fresh().catch(() => {}); }, 2000);
})();
`;
