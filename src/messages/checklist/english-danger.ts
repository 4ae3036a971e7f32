import type { PointId } from './points.js';

/** What important public announcements in English say, by point, except the area. */
export const englishDanger = {
  D2: [
    'fire|fires|*fire|burning|explosion|exploded|smoke|*smoke',
    'leak|leaks|leaking|leakage|spill|*release|emission*|gas cloud|chemical*|ammonia|chlorine|hazardous goods|dangerous goods',
    'accident|derail*|collision|shooting|attack|bomb*|sabotage|suspicious object',
    'flood|floods|flooding|high water|dam (failure|burst)|landslide*|mudslide*|rockslide*|storm|hurricane|thunderstorm*',
    '(power|phone|telephone|heating|112) & (outage|failure|cut|down|not working)',
  ],
  D3: [
    '(toxic|poisonous|*dangerous|harmful|deadly|fatal|corrosive|radioactive|life threatening|hazardous to) ! over|dangerous goods',
    '(danger|risk|risks|threat|hazard) (to|of|for|that) ! over',
    '(threaten*|spreading|approaching|moving towards) ! over',
    '(can|could|may|might) & (explode|collapse|spread|harm|hurt|kill|poison*|drown|flood|cause|make you (ill|sick)|injure|irritate)',
    'irritat* & (eyes|airways|throat|lungs)|(hard|difficult*) to breathe',
    '(no|not) & (danger|risk|dangerous|threat) ! over|longer',
  ],
  D4: [
    '(go|stay|remain|keep|get) & (indoors|inside|at home)|(take|seek) (shelter|cover)',
    '(close|shut|seal|turn off|switch off) & (window*|door*|vent*|fan*|ventilation)',
    'evacuat*|(leave|get out of) & (area|building|home|house*|immediately|now|your)|assembly point*|(go|gather|meet) (to|at) the',
    '(keep|stay) & (away|clear|back|distance)|avoid*|(do not|don t) & (go|enter|touch|drive|approach|drink|eat|breathe|use)',
    '(follow|listen to) & (instruction*|advice|radio|authorit*|updates)|(boil|drink) & water',
  ],
  D5: [
    '(keep|leave) & (road*|street*|access|route*|way) & (clear|free|open)',
    '(do not|don t|avoid) & (block*|hinder*|obstruct*|disturb*) & (rescue|emergency|road*|fire*|work|police)',
    '(help|assist) & (rescue|emergency|neighbour*|others|each other|elderly|police)',
    '(keep|stay) & (away|clear|back|distance)|(do not|don t) & (go there|go to the (scene|area)|drive (there|to|through))|avoid (the|this) (area|scene|site)',
    '(call*|contact|report|tip*) & (112|police|114 14|11414)|have you seen|witness*',
    '(tell|warn|inform|check on) & (neighbour*|others|relative*|elderly)|(do not|don t) & (spread|share) & rumour*',
  ],
} as const satisfies Partial<Record<PointId, readonly string[]>>;
