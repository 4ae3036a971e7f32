import { refusal } from '../../kernel/refusal.js';

/** Refusals of a whole CSV file. `row` counts from 1, without the heading. */
export const ColumnDoubled = refusal('table.column-doubled', 'invalid', {
  sv: '{file} har flera kolumner som heter {columns}, så raderna kan läsas på två sätt. Ta bort eller byt namn på alla utom en.',
  en: '{file} has several columns called {columns}, so its rows can be read in two ways. Remove or rename all but one.',
});

export const OtherDelimiter = refusal('table.other-delimiter', 'invalid', {
  sv: '{file} verkar skilja kolumnerna åt med {likely}, inte med {delimiter} som profilen säger. Ändra delimiter i profilen.',
  en: '{file} seems to separate its columns by {likely}, not by {delimiter} as the profile says. Change delimiter in the profile.',
});

export const QuoteOpen = refusal('table.quote-open', 'invalid', {
  sv: '{file}: ett citattecken på rad {row} stängs inte där det ska, så flera rader flyter ihop. Rätta raden, eller hämta filen på nytt om den är avhuggen.',
  en: '{file}: a quotation mark in row {row} is not closed where it should be, so several rows run together. Correct the row, or fetch the file again if it is cut off.',
});

export const TableRowTooLarge = refusal('table.row-too-large', 'too-large', {
  sv: '{file}: rad {row} är större än {kilobytes} kB. Så stor är ingen rad: ett citattecken stängs aldrig, eller filen är inte vad den utger sig för.',
  en: '{file}: row {row} is larger than {kilobytes} kB. No row is that large: a quotation mark is never closed, or the file is not what it says it is.',
});

export const NotText = refusal('table.not-text', 'invalid', {
  sv: '{file}: rad {row} innehåller tecknet NUL, som inte finns i text. Filen är nog sparad som UTF-16. Spara den som UTF-8.',
  en: '{file}: row {row} holds the character NUL, which is in no text. The file is probably saved as UTF-16. Save it as UTF-8.',
});

export const TableUnreadable = refusal('table.unreadable', 'invalid', {
  sv: '{file}: rad {row} kan inte läsas ({reason}).',
  en: '{file}: row {row} cannot be read ({reason}).',
});
