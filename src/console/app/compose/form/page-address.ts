interface Linking {
  readonly event?: unknown;
  readonly page?: string | undefined;
  readonly texts: readonly { readonly sms: string }[];
}

/** The address as it is sent: people leave out `https://`. */
function pageAddress(written: string): string | undefined {
  const page = written.trim();
  if (page === '') return undefined;
  return /^[a-z][a-z0-9+.-]*:/iu.test(page) ? page : `https://${page}`;
}

const link =
  /(?<![\p{L}\p{N}@./-])(?:https:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:se|nu|com|org|net|eu|fi)(?![\p{L}\p{N}.-]*[\p{L}\p{N}])(?:\/(?:[^\s<>()"]{0,300}[^\s<>()".,;:!?])?)?/iu;

/** The link in a text, without the punctuation that ends its sentence. */
const linkIn = (text: string): string | undefined => link.exec(text)?.[0];

/** The page that the texts link to: as the writer wrote it, or the link in the first text, so that nobody writes it twice. */
export function pageOf({ event, page, texts }: Linking): string | undefined {
  if (page !== undefined) return pageAddress(page);
  return event === undefined ? undefined : pageAddress(linkIn(texts[0]?.sms ?? '') ?? '');
}
