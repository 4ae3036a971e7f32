/** The address as it is sent: people leave out `https://`. */
export function pageAddress(written: string | undefined): string | undefined {
  const page = written?.trim() ?? '';
  if (page === '') return undefined;
  return /^[a-z][a-z0-9+.-]*:/iu.test(page) ? page : `https://${page}`;
}
