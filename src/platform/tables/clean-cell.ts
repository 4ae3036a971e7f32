const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u;

/** A cell's text in NFC, without white space and invisible characters at its ends. */
export function cleanCell(text = ''): string {
  let start = 0;
  let end = text.length;
  while (start < end && unseen.test(text[start]!)) start += 1;
  while (end > start && unseen.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end).normalize('NFC');
}
