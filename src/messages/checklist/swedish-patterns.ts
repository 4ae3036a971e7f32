import type { NamedPatterns } from './sign.js';

// Dates and times in the forms that people write, and names, which only their capital tells from other words.

const day =
  /(?<!\p{L})(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ens|s)?|(?:mån|tis|ons|tors|fre|lör|sön)(?=[. ]{1,2}\d)|i ?(?:dag|går|morgon|natt|kväll|förmiddags?|eftermiddags?|morse|övermorgon|förrgår|helgen)|(?:dag|natt|kväll|förmiddag)s?tid|(?:under|på|mitt på|fram på) (?:dagen|natten|kvällen|förmiddagen|eftermiddagen|morgonen|helgen)|(?:nästa|denna|kommande) vecka|vecka \d{1,2}|v\.? ?\d{1,2}(?!\p{L}))(?!\p{L})|(?<!\d)\d{1,2}(?::?[ae])? ?(?:januari|jan|februari|feb|mars|april|apr|maj|juni|jun|juli|jul|augusti|aug|september|sept|sep|oktober|okt|november|nov|december|dec)(?!\p{L})|(?<![\d/])(?!24\/7)\d{1,2}\/\d{1,2}(?![\d/])|(?<!\d)20\d\d-\d\d-\d\d/iu;

const clock =
  /(?<!\p{L})(?:kl|klockan)[. ]{1,2}(?:ca|cirka|omkring|ungefär|runt)?[. ]{0,2}\d{1,2}(?:[.:]?\d\d)?|(?<![\d.:-])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.])|(?<!\p{L})(?:midnatt|lunch|lunchtid|\d{1,2}-tiden|halv (?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv))(?!\p{L})/iu;

const when = new RegExp(`${day.source}|${clock.source}`, 'iu');

/** From one time to another. Hours without minutes may be house numbers. */
const clockRange =
  /(?<![\d.:-])\d{1,2}[.:]\d\d ?(?:-|till|och) ?(?:(?:kl|klockan)[. ]{1,2})?\d{1,2}[.:]\d\d(?!\d)|(?<!\p{L})(?:kl|klockan|mellan|från)[. ]{1,2}(?:(?:kl|klockan|ca|cirka)[. ]{1,2})?\d{1,2}(?:[.:]\d\d)? ?(?:-|till|och) ?(?:(?:kl|klockan|ca|cirka)[. ]{1,2})?\d{1,2}(?![\d\p{L}])/iu;
const hours = /(?<![\d-])\d{1,2} ?- ?\d{1,2}(?![\d\p{L}-])/u;

const duration =
  /(?<!\p{L})(?:\d{1,2}(?:-\d{1,2})?|en|ett|två|tre|fyra|fem|sex|sju|åtta|tio|någon|några|flera|ett par) (?:timm(?:e|ar)|minut(?:er)?|dag(?:ar)?|dygn|vecka|veckor|h)(?!\p{L})/iu;

// Words that stand between a preposition and a name.
const description =
  '(?:(?:hela|delar av|en del av|centrala|norra|södra|östra|västra|övre|nedre|gamla|nya|kvarteret|kv|området|områdena|bostadsområdet|stadsdelen|stadsdelarna|byn|byarna|samhället|orten|orterna|tätorten|centralorten|kommundelen|gatan|gatorna|vägen|vägarna|fastigheten|fastigheterna|adressen|adresserna|abonnenter|boende|kunder|hushåll|er|dig|alla|vattenverket|vattentäkten)[. ]{1,2}){0,3}';
// Capitals that are no place: a greeting, an authority, a bacterium, a weekday, the beginning of a sentence.
const noPlaces = [
  'Livsmedels|Folkhälso|Smittskydd|Länsstyrelse|Svenskt Vatten|Vårdguiden|Vårdcentral|Räddningstjänst|Kundtjänst',
  'Kundcent|Kundservice|Kontaktcent|Krisinformation|Trafikverket|Vattenfall|Ellevio|E\\.ON|Clostridi|Koliform|Escherichia',
  'E\\.? ?[Cc]oli|(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag|(?:Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September)',
  '(?:Oktober|November|December|Dig|Din|Ditt|Dina|Er|Ert|Era|Du|Ni|Vi|Det|Den|De|Vår|Vårt|Våra|Sverige|Facebook|Instagram)',
  '(?:Internet|Mina|SMHI|SGU|SVA|SMS|PFAS|VA|Eon)',
].map((names) => `(?:${names})`);
const noPlace = `(?!(?:${noPlaces.slice(0, 2).join('|')})|(?:${noPlaces.slice(2).join('|')})(?!\\p{L}))`;
const name = `${noPlace}\\p{Lu}\\p{L}`;
// "from Luleå kommun" is a sender, "in Luleå kommun" an area.
const noSender = '(?!\\p{Lu}\\p{L}{1,30} (?:[Kk]ommun|[Ee]nergi|[Vv]atten|[Mm]iljö|AB)(?!\\p{L}))';

const place = new RegExp(
  `(?<!\\p{L})(?:(?:[Ii]|[Ii]nom|[Hh]ela|PÅ|VID) ${description}${name}|(?:[Pp]å|[Vv]id|[Ff]ör|[Ff]rån|[Tt]ill|[Kk]ring|[Rr]unt|[Oo]mkring|[Ll]ängs|[Mm]ellan|[Uu]tmed|[Nn]ära|[Uu]tanför|[Mm]ed|[Dd]elar av|[Bb]oende|[Kk]varteret|[Kk]varteren|[Oo]mrådet|[Oo]mrådena|[Ss]tadsdelen|[Bb]yn|[Ff]astigheten|[Ff]astigheterna) ${description}${noSender}${name})`,
  'u',
);

const street =
  /(?<!\p{L})\p{Lu}\p{L}{0,30}(?:gatan|vägen|gränd|gränden|torget|stigen|backen|allén|leden)(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}{1,30}s (?:gata|väg|torg)(?!\p{L})/u;

/** E.g. `Vattenläcka Porsön`, `Vattenavstängning - Storgatan`. */
const eventPlace = new RegExp(
  `(?:läcka|läckan|brott|brottet|avstängning|avstängningen|avbrott|avbrottet|störning|störningen|rekommendation|rekommendationen|otjänligt|avstängt)(?: |, | - )${noSender}(?!(?:Vattnet|Just|Under|Koka|Drick|Boil|Arbete|Läs|Boende|Alla|I|På|Vid)(?!\\p{L}))${name}`,
  'u',
);

/** E.g. `Visbys abonnenter`, `Porsöområdet`. */
const ofPlace =
  /(?<!\p{L})\p{Lu}\p{Ll}{1,30}s (?:va-|VA-|kommunala )?(?:vatten|abonnenter|vattenabonnenter|kunder|invånare|hushåll|vattenverk|ledningsnät|vattennät|tätort|centrum|dricksvatten)(?!\p{L})|(?<!\p{L})\p{Lu}\p{Ll}{1,30}-?området(?!\p{L})/u;

/** E.g. `Gråbo, Sjövik och Floda`. */
const places = new RegExp(
  `(?<!\\p{L})${name}{1,30}, (?:${name}{1,30}, ){0,30}${name}{1,30},? (?:och|samt|eller) (?:delar av )?${name}`,
  'u',
);

const labelledPlace =
  /(?<!\p{L})(?:[Oo]mråden?|[Gg]äller|[Gg]äller för|[Aa]dress|[Aa]dresser|[Pp]lats|[Pp]latser|[Gg]ator|[Oo]rt|[Oo]rter|[Oo]mfattning|[Ff]astigheter|(?:[Bb]erör|[Dd]rabba)(?:d|t|da|de|s)(?: \p{L}{1,20})?|(?:[Vv]ar|[Vv]ilka)(?: \p{L}{1,20}){0,2}\??): ?(?:- ?)?(?:\p{Lu}|\d|alla|hela|delar|fastighet|abonnent|kund|boende|dig)/u;

const link =
  /(?:https?:\/\/|www\.)\S|(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,40}\.(?:se|nu|com|org|net|eu)(?![\p{L}\p{N}])/iu;

// A number of a Swedish phone, or an address of e-mail. 1177 is advice for the ill, and 112 for danger.
const contact =
  /(?<![\d-])(?:\+46|0)[ -]?\d{1,3}[ /-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\d)|(?<![\d-])0\d{7,10}(?!\d)|\S@\S|(?<!\d)113 ?13(?!\d)/u;

const sender =
  /(?<!\p{L})(?:[Kk]ommunen|[Rr]egionen|[Vv]i på \p{Lu}\p{L}|VA-(?:enheten|avdelningen|verket|jouren|chefen)|[Tt]ekniska (?:kontoret|förvaltningen|avdelningen)|[Ss]amhällsbyggnad\p{L}{0,20}|[Mm]iljökontoret|[Rr]äddningstjänsten (?:informerar|meddelar|uppmanar|rekommenderar|ber|avråder)|[Tt]ekniska nämnden|[Hh]älsar|[Hh]älsningar|[Mm]vh|MVH|[Aa]vsändare)(?!\p{L})|(?<!(?:[Ii]|[Ii]nom|[Hh]ela) )(?<!\p{L})\p{Lu}\p{L}{1,30} (?:(?:och|&|o) \p{Lu}?\p{L}{1,30} )?(?:kommun|Kommun|KOMMUN|[Ee]nergi|Vatten|VA|[Mm]iljö|AB|Avfall)(?!\p{L})|(?<!(?:[Ii]|[Ii]nom|[Hh]ela) )Region \p{Lu}\p{L}|(?<!\p{L})Kretslopp och [Vv]atten/u;

export const swedishPatterns: NamedPatterns = {
  day,
  clock,
  when,
  'clock-range': clockRange,
  hours,
  duration,
  place,
  street,
  'event-place': eventPlace,
  'of-place': ofPlace,
  places,
  'labelled-place': labelledPlace,
  link,
  contact,
  sender,
};
