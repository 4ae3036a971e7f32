import { englishDanger } from './english-danger.js';
import { readSigns, type NamedPatterns } from './sign.js';

const day =
  /(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\p{L})|(?<!\p{L})(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week)|next week|(?:in|during|by) the (?:morning|afternoon|evening|night|day))(?!\p{L})|(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?!\p{L})|(?<!\p{L})(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?!\d)|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])|(?<!\d)20\d\d-\d\d-\d\d/iu;
const clock =
  /(?<![\d.:-])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.])|(?<!\d)\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.|o'clock|hrs)(?!\p{L})|(?<!\p{L})(?:noon|midnight|lunchtime)(?!\p{L})/iu;

const place =
  /(?<!\p{L})(?:[Ii]n|[Oo]n|[Aa]t|[Ff]or|[Aa]round|[Nn]ear|[Ff]rom|[Oo]f|[Aa]long|[Bb]etween|[Aa]ffects?|[Ss]erving) (?:(?:the|all|parts of|part of|central|north|south|east|west|northern|southern|eastern|western|village of|area of|town of|district of|residents of|households in) ){0,3}(?!(?:Swedish|English|Arabic|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|You|We|If|Facebook|E\.? ?coli|Customer)(?!\p{L}))\p{Lu}\p{L}/u;
const label =
  /(?<!\p{L})(?:areas?|applies to|affected(?: \p{L}{1,20})?|where|streets?|address(?:es)?): ?\S/iu;
const street =
  /(?<!\p{L})\p{Lu}\p{L}{0,30}(?:gatan|vägen|gränd|torget|stigen| [Ss]treet| [Rr]oad| [Aa]venue)(?!\p{L})/u;
const link =
  /(?:https?:\/\/|www\.)\S|(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,40}\.(?:se|nu|com|org|net|eu)(?![\p{L}\p{N}])/iu;
const contact =
  /(?<![\d-])(?:\+46|0)[ -]?\d{1,3}[ /-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\d)|(?<![\d-])0\d{7,10}(?!\d)|\S@\S|(?<!\d)113 ?13(?!\d)/u;
const sender =
  /(?<!\p{L})\p{Lu}\p{L}{1,30} (?:[Mm]unicipality|[Kk]ommun|Water|[Ee]nergi|Vatten|AB)(?!\p{L})|(?<!\p{L})(?:[Mm]unicipality of|[Rr]egion) \p{Lu}\p{L}|[Tt]he municipality|[Rr]egards/u;

const names: NamedPatterns = {
  day,
  when: new RegExp(`${day.source}|${clock.source}`, 'iu'),
  range:
    /(?:from|between)? ?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)? ?(?:-|to|and|until) ?\d{1,2}(?:[.:]\d\d| ?(?:am|pm))(?![\d\p{L}])/iu,
  duration:
    /(?<!\p{L})(?:\d{1,2}|one|two|three|four|five|six|a few|several|some|an) (?:hours?|days?|minutes?|weeks?)(?!\p{L})/iu,
  place,
  label,
  street,
  link,
  contact,
  sender,
};

const area = [
  '<place> ! (fetch*|collect*|tank*|tanker*|read more|call|contact|phone|available)',
  '<street> ! (fetch*|collect*|tank*|tanker*|read more|call|contact)',
  '(water|boil*|leak|burst|outage|off|shut*|affect*) & <place> ! (fetch*|collect*|tanker*|read more)',
  '<label>',
  '(the whole|entire) (municipality|town|village|area)|all of (the )?(municipality|town)',
];
const readMore = [
  '<link>',
  '<contact>',
  '(read|find|see|follow|more|latest|further|visit) & (information|website|web site|page|updates|facebook|online)',
  '(call|phone|contact|ask|email|questions) & (us|customer*|service*|municipal*|<contact>) ! doctor|health care|1177',
];
const fetchWater = [
  '(fetch*|collect*|pick up|get) & *water & (at|from|by|outside|tank*|containers)',
  '(water|drinking water|emergency) (tank*|tanker*|station*|point*)|tanker*',
  '(water|drinking water) (is|can be|will be) (available|found|had|handed out|distributed|fetched|collected|provided)',
  'bring & (container*|bottle*|can|cans)',
];
const causes = [
  '*leak|leaks|leakage|leaking|burst|broken|broke|damaged|damage|rupture*',
  '(because|due to|owing to|as a result of|caused|cause is|cause was|reason) ! bacteria|e coli|coliform*',
  'cause & (unknown|not known|unclear|don t know)',
  'power (cut|outage|failure)|flood*|heavy rain*|drought|pump failure|fault|breakdown|malfunction*|accident|excavat*|dug|sewage & (entered|leaked|got)',
];
const organisms =
  'bacteria*|bacterium|e coli|coliform*|enterococ*|clostridi*|parasite*|cryptosporidi*|giardia|virus|viruses|norovirus|microorganism*|microbe*|microbial|legionella|sewage|faecal';
const substances =
  'pfas|lead|arsenic|uranium|fluoride|nitrate*|nitrite*|ammoni*|diesel|oil|petrol|fuel|chemical*|solvent*|pesticide*|heavy metal*|glycol|copper';
const endsBoiling =
  '(no longer|not|stop|need not|lifted|lifts|ended|ends|over|withdrawn|cancelled) & (boil*|advisory|advice|notice|recommendation|restriction*) ! until|still|yet|do not stop|not been lifted';

/** How English notices in Sweden are usually written, by point. */
export const englishSigns = readSigns(
  {
    L1: [
      `(${organisms}|${substances}) & (found|detected|discovered|leaked|entered|contain*|high*|elevated|level*|test*|sample*|suspect*|got into|may be|contaminat*|show*)`,
      'contaminat*|pollut*|unfit|not (safe|fit) to drink|unsafe',
      '(test*|sample*|quality) & (show*|elevated|abnormal|poor|problem*|affected)',
      '*leak|leaks|burst|power (cut|outage|failure)|flood*|breakdown|fault',
    ],
    L2: area,
    L3: [
      '<when> ! (expect*|result*|next|update*|will|until|collect*|fetch*|open|opening)',
      '(since|began|started|applies from|in force from|from|issued|discovered|detected|happened) & <when>',
      '(applies|in force|effective|as of|from) & (now|immediately|immediate effect)',
    ],
    L4: causes,
    L5: [organisms, substances],
    L6: [
      'risk group*|infant*|babies|baby|toddler*|pregnan*|immune*|elderly|older people|small children|young children|formula|vulnerable|chronic*|particularly sensitive|extra careful',
      'children & (risk|sensitive|careful|especially|particularly)',
    ],
    L7: [
      'nausea|feel(ing)? sick|vomit*|diarrh*|stomach (ache|pain*|cramp*|illness|upset|problem*)|fever|headache*|cramps|gastro*|dizz*|rash',
      'symptoms & (are|include|such as|like)|(can|may|might|could) (become|get|fall|make you|make people|cause) (ill|sick|illness)',
    ],
    L8: [
      'boil|boiled|boiling ! (need not|don t need|do not need|no need|no longer|not have to|does not help|doesn t help|will not help|lifted|ended|stop boiling|without boiling)',
      '(do not|don t|must not|should not|shouldn t|never|avoid|not be) (use|used|drink|drunk|drinking|using|consume*)|not (safe )?(for|to) drink*',
      '(shower*|wash*|laundry|dishes|bath*|toilet*) & (can|may|safe|fine|ok)',
      '(use|drink) bottled water',
    ],
    L9: [...fetchWater, 'bottled water'],
    L10: [
      '1177|(contact|call|see|consult) & (doctor|health*|medical*|clinic|hospital|nurse)|seek (medical )?(care|help|advice)',
      '(if|have) (you|anyone) & (ill|sick|unwell|symptoms) ! may (get|become)',
    ],
    L11: [
      '(we|staff|technicians|municipality|work) & (working|investigat*|flush*|chlorinat*|search*|looking for|repair*|testing|taking|clean*|disinfect*|monitor*|fixing|under way|underway|ongoing)',
      '(sample*|test*) & (new|taken|taking|being|more|further|await*|waiting|will be|analys*)',
      '(being|is|are) (investigated|repaired|chlorinated|flushed|disinfected|cleaned|analysed|fixed)|(together|contact|cooperation|consultation) with & (agency|authority|authorities|medical officer)',
    ],
    X1: [
      'until & (further notice|we|new|test*|sample*|told|result*|<when>)',
      '(next|new|more|further) (update|information|news|notice|announcement) & (at|by|when|on|will|soon|within|<when>)|next update',
      '(result*|answer*|update*) & (expect*|<when>|within|by)|(expect*|estimat*|at least|likely) & (<when>|<duration>|lifted|clear)',
      '(we will|will|we ll) & (update|inform|let you know|tell you|come back|notify|announce) & (when|as soon as|by|at|again|<when>)',
      '(do not|don t) know & (how long|when)',
    ],
    X2: readMore,
    X3: ['<sender>'],
    X4: [
      '(other|several|more|different|#|eight|six) languages|på svenska|in (swedish|arabic|somali|finnish|easy swedish)|translat*',
    ],
    S1: area,
    S2: [
      '<when> ! (back|restored|expect*|call|questions|update*|collect*|fetch*|fixed|repaired) ! until|by',
      '(off|shut*|turned off|interrupted|without water|cut|affected|since|from|between|starting|begins|began) & <when> ! expect*',
      '<range>',
      '(has been|is|are|have been|currently|now|right now) & (off|shut off|turned off|without water|no water|closed|interrupted) ! tap|taps',
    ],
    S3: [
      '<range>|(until|till|to|by|before|no later than) (about |around |approximately )?<when>',
      '(back|restored|on again|return*|fixed|repaired|finished|completed) & (<when>|<duration>|soon|expect*|estimat*|hope*) ! when the water',
      '(expect*|estimat*|planned|forecast) & (<when>|<duration>|last)|(last*|take*|for) (about |around |up to |approximately )?<duration>',
      '(don t|do not|unclear|uncertain|not|no) & (know when|known when|when the water|how long|forecast|estimate) ! may be',
      'until further notice|as soon as possible|(during|throughout) the (day|night|morning|afternoon)',
    ],
    S4: [
      ...causes,
      'maintenance|repair*|renovat*|replac*|*work|works|upgrad*|install*|connect*|inspection|service|flushing of',
    ],
    S5: [
      '(fill|save|store|set aside|draw|tap|collect|keep) & (bottle*|container*|bucket*|jug*|pan*|water) & (beforehand|in advance|before|containers|bottles|buckets|bottle|bucket|jugs|up|now) ! tanker*|tank|bring',
    ],
    S6: [
      'discolo*|(brown|cloudy|rusty|milky|murky) & water|(air) & (pipe*|tap*|water)',
      '(run|flush|let) & (tap*|cold|water) & (until|minute*|clear|run|few) ! toilet*',
      '(wait|avoid|don t|do not) & (laundry|wash clothes|washing clothes|white)',
      '*pressure & (uneven|vary|varies|lower) & (after|when)',
    ],
    S7: fetchWater,
    S8: readMore,
    S9: [
      '(close|turn off|shut|shut off|check) & (tap|taps|faucet*) ! window*',
      '(turn off|switch off|do not use|don t use|do not run|don t run|unplug) & (machine*|dishwasher*|washing*|water heater*|appliance*)',
    ],
    D1: area,
    ...englishDanger,
    A1: area,
    A2: [
      endsBoiling,
      '(safe|ok|fine|fit) to (drink|use)|can (now )?(drink|be used|use|be drunk)|(back to normal|water is back|back again|restored|danger is over|all clear|false alarm)',
      '(repaired|fixed|over|lifted|ended|extinguished) & (is|has|have|now|been) ! not',
      '(fire|smoke) & (is|are) (now )?(out|gone) ! not',
      'no longer & (dangerous|toxic|a danger|a risk|threat*)',
    ],
    A3: ['<when> ! call|questions', 'now|no longer|immediately|as of|again'],
    A4: [
      '(sample*|test*|result*|analys*) & (show*|approved|clear|free|good|fine|normal|safe|two|no)',
      '(no|free (of|from)|without) & (bacteria*|e coli|coliform*|contaminat*)',
      '(leak|pipe|fault|pump|damage) & (repaired|fixed|replaced|mended)',
      '(work|repair|repairs|maintenance) & (done|finished|complete*) ! (not|until|when|expect*)',
    ],
    A5: [
      endsBoiling,
      '(run|flush) & (tap*|water|cold)|as (usual|normal)|can (now )?(drink|use|be used)|safe to (drink|use)|need not do|don t need to do',
      '(can|may) & (go out|go outside|return|go home|come back|go back|open) ! not|cannot|when|until',
      'open & (window*|door*) ! not|don t|when|until',
      'air (out )?(your|the) (home|house|flat)|(turn|switch) (the )?(ventilation|fans) (back )?on',
    ],
    A6: [
      ...causes,
      `(${organisms}|${substances}) & (found|detected|suspect*|entered|came|was|were) ! no|free`,
      'mistake|false alarm|error|contaminat*',
    ],
    A7: readMore,
    A8: [
      '(continue*|keep|further|will) & (test*|sampl*|monitor*|flush*|investigat*|chlorinat*)|compensation|follow up',
    ],
  },
  names,
);
