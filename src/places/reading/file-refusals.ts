import { refusal } from '../../kernel/refusal.js';

/** What can be wrong with a file as a whole. `row` counts from 1, without the heading. */
export const FileUnreadable = refusal('places.file-unreadable', 'invalid', {
  sv: '{file} kan inte läsas: {reason}',
  en: '{file} cannot be read: {reason}',
});

export const FileEmpty = refusal('places.file-empty', 'invalid', {
  sv: '{file} är tom.',
  en: '{file} is empty.',
});

export const FileCutOff = refusal('places.file-cut-off', 'invalid', {
  sv: '{file} är avhuggen: den tar slut mitt i rad {row}. Hämta filen på nytt.',
  en: '{file} is cut off: it ends in the middle of row {row}. Fetch the file again.',
});

export const FileShort = refusal('places.file-short', 'invalid', {
  sv: '{file} är avhuggen: den har {bytes} av de {expected} byte som den säger sig ha. Hämta filen på nytt.',
  en: '{file} is cut off: it has {bytes} of the {expected} bytes that it says it has. Fetch the file again.',
});

export const FormatUnknown = refusal('places.format-unknown', 'invalid', {
  sv: '{file} är i ett format som inte läses. Läses gör {formats}. Filer som hänvisar till andra filer (som .vrt, .tab och .sqlite) läses aldrig.',
  en: '{file} is in a format that is not read. What is read is {formats}. Files that refer to others (such as .vrt, .tab and .sqlite) are never read.',
});

export const RefersElsewhere = refusal('places.refers-elsewhere', 'invalid', {
  sv: '{file} hämtar tabellen {table} ur en annan fil. Sådant läses inte: låt den som skickat filen lägga uppgifterna i filen själv.',
  en: '{file} takes the table {table} from another file. Such is not read: have its sender put the data into the file itself.',
});

export const RowUnreadable = refusal('places.row-unreadable', 'invalid', {
  sv: '{file}, rad {row}, kan inte läsas: {reason}',
  en: '{file}, row {row}, cannot be read: {reason}',
});

export const RecordTooLarge = refusal('places.record-too-large', 'too-large', {
  sv: '{file}, rad {row}, är större än {megabytes} MB. Så stor är ingen rad: filen saknar radbrytningar eller är inte vad den utger sig för.',
  en: '{file}, row {row}, is larger than {megabytes} MB. No row is that large: the file has no line breaks, or is not what it says it is.',
});

export const WrongEncoding = refusal('places.wrong-encoding', 'invalid', {
  sv: '{file}, rad {row}, är inte skriven i {encoding}: byte {byte} (på plats {at}) kan inte förekomma där. Ange filens teckenkodning i profilen (encoding), till exempel windows-1252, eller låt den som skickat filen skriva hela i en och samma.',
  en: '{file}, row {row}, is not written in {encoding}: byte {byte} (at {at}) cannot occur there. Give the encoding of the file in the profile (encoding), such as windows-1252, or have its sender write all of it in one.',
});

export const ReallyUtf8 = refusal('places.really-utf-8', 'invalid', {
  sv: '{file}, rad {row}, är skriven i utf-8, men enligt {by} i {encoding}. Är hela filen i utf-8, ange encoding: utf-8 i profilen; annars måste den som skickat filen skriva hela i en och samma.',
  en: '{file}, row {row}, is written in utf-8, but by {by} in {encoding}. If all of the file is in utf-8, give encoding: utf-8 in the profile; else its sender must write all of it in one.',
});

export const NotGeoJson = refusal('places.not-geojson', 'invalid', {
  sv: '{file} är ingen GeoJSON FeatureCollection. Ytterst i filen står: {members}. Är det flera lager, spara det som behövs för sig.',
  en: '{file} is no GeoJSON FeatureCollection. Outermost it holds: {members}. If these are several layers, save the one that is needed by itself.',
});

export const NumberInexact = refusal('places.number-inexact', 'invalid', {
  sv: '{file}: ett tal under {key} kan inte läsas ur TopoJSON med sina siffror. Låt den som skickat filen skriva det som text, inom citattecken.',
  en: '{file}: a number under {key} cannot be read from TopoJSON with its digits. Have its sender write it as text, in quotation marks.',
});

export const KeyDoubled = refusal('places.key-doubled', 'invalid', {
  sv: '{file}, rad {row}: {key} står två gånger, så raden kan läsas på två sätt. Låt den som skickat filen rätta den.',
  en: '{file}, row {row}: {key} stands twice, so the row can be read in two ways. Have the sender of the file correct it.',
});

export const FilePartMissing = refusal('places.file-part-missing', 'invalid', {
  sv: '{file} är bara en del av en Shapefile: {part} saknas bredvid den.',
  en: '{file} is only a part of a Shapefile: {part} is missing beside it.',
});

export const FilePartDoubled = refusal('places.file-part-doubled', 'invalid', {
  sv: '{file} har en del som finns två gånger: {parts}. Ta bort den som är fel.',
  en: '{file} has a part that is there twice: {parts}. Remove the wrong one.',
});

export const LayerUnclear = refusal('places.layer-unclear', 'invalid', {
  sv: '{file} har lagren {layers}. Välj ett i profilen (layer); heter två likadant, byt namn på det ena.',
  en: '{file} has the layers {layers}. Choose one in the profile (layer); where two are called the same, rename one.',
});

export const ZipUnclear = refusal('places.zip-unclear', 'invalid', {
  sv: '{file} måste innehålla en enda fil som kan importeras, men har: {files}. Packa upp den och ange filen i profilen.',
  en: '{file} must hold one single file that can be imported, but has: {files}. Unpack it and name the file in the profile.',
});

export const ZipBomb = refusal('places.zip-bomb', 'too-large', {
  sv: '{file} blir orimligt stor när den packas upp (mer än {megabytes} MB) och lästes inte.',
  en: '{file} grows beyond all reason when it is unpacked (more than {megabytes} MB) and was not read.',
});

export const ZipEncrypted = refusal('places.zip-encrypted', 'invalid', {
  sv: '{file} är krypterad. Packa upp den med dess lösenord och ange den uppackade filen i profilen.',
  en: '{file} is encrypted. Unpack it with its password and name the unpacked file in the profile.',
});
