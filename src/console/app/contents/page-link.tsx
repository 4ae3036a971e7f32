/** A link to the page that a broadcast refers to. It opens beside the console, where something may be unsaved. */
export const PageLink = ({ page }: { page: string }) => (
  <a class="page-link" href={page} target="_blank" rel="noreferrer">
    {page}
  </a>
);
