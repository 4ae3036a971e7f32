import { checkPoints } from './check-points.js';
import type { EventKind, PointId } from './points.js';

type Row = readonly [kind: EventKind, point: PointId, text: string];

const says = ([kind, point, text]: Row): boolean =>
  checkPoints(kind, text, 'sv').some(({ id, found }) => id === point && found);

describe('a Swedish sentence', () => {
  it.each<Row>([
    ['boil', 'L1', 'Vattnet har blivit förorenat.'],
    ['boil', 'L1', 'Vattenprov visar förhöjda halter av koliforma bakterier.'],
    ['boil', 'L2', 'Det gäller alla hushåll i Råneå.'],
    ['boil', 'L2', 'Gäller: Storgatan och Lillgatan'],
    ['boil', 'L3', 'Det upptäcktes i går kväll.'],
    ['boil', 'L3', 'Rekommendationen gäller från och med 2026-02-03.'],
    ['boil', 'L4', 'Orsaken är ännu inte känd.'],
    ['boil', 'L4', 'Ett åsknedslag slog ut reningen: strömavbrottet varade i två timmar.'],
    ['boil', 'L5', 'Det finns E. Coli i vattnet.'],
    ['boil', 'L5', 'Halten av bly är för hög.'],
    ['boil', 'L6', 'Gravida och personer med nedsatt immunförsvar ska vara försiktiga.'],
    ['boil', 'L7', 'Man kan få diarré och feber.'],
    ['boil', 'L8', 'Vattnet måste kokas innan det dricks.'],
    ['boil', 'L8', 'Vattnet får inte användas till matlagning.'],
    ['boil', 'L8', 'Undvik att dricka vattnet.'],
    ['boil', 'L9', 'Tankbilar med vatten står vid skolan.'],
    ['boil', 'L9', 'Ni kan hämta vatten vid brandstationen.'],
    ['boil', 'L10', 'Ring 1177 om du mår dåligt.'],
    ['boil', 'L10', 'Om du blir sjuk: kontakta vårdcentralen.'],
    ['boil', 'L11', 'Nya prover tas under dagen.'],
    ['boil', 'L11', 'Vi klorerar vattnet.'],
    ['boil', 'X1', 'Det gäller tills vidare.'],
    ['boil', 'X1', 'Ny information kl 17.'],
    ['boil', 'X2', 'Se lulea.se/vatten'],
    ['boil', 'X2', '0980-319 210'],
    ['boil', 'X3', 'Hälsningar Alaviks kommun'],
    ['boil', 'X4', 'Läs på fler språk på webben.'],
    ['leak', 'S2', 'Vattnet är avstängt just nu.'],
    ['leak', 'S3', 'Vi vet inte när vattnet är tillbaka.'],
    ['leak', 'S3', 'Felet beräknas vara åtgärdat vid 18-tiden, senast kl 19.'],
    ['leak', 'S4', 'En grävmaskin har grävt av ledningen.'],
    ['planned', 'S1', 'Kvarteret Linden blir utan vatten.'],
    ['planned', 'S1', 'Vattenavstängning Ringvägen'],
    ['planned', 'S2', 'Tid: 4/5 kl 8'],
    ['planned', 'S3', 'Vattnet stängs av 08.00-15.30.'],
    ['planned', 'S4', 'Vi byter ventiler.'],
    ['planned', 'S5', 'Fyll gärna några flaskor innan.'],
    ['planned', 'S6', 'Vattnet kan vara brunt när det kommer tillbaka.'],
    ['planned', 'S6', 'Spola kallt i några minuter.'],
    ['planned', 'S7', 'Vattenpost finns på torget.'],
    ['planned', 'S8', 'Frågor? Ring kundtjänst.'],
    ['planned', 'S9', 'Kontrollera att kranarna är stängda.'],
    ['planned', 'S9', 'Stäng av diskmaskinen.'],
    ['all-clear', 'A2', 'Kokningsrekommendationen är upphävd.'],
    ['all-clear', 'A2', 'Vattnet är tillbaka.'],
    ['all-clear', 'A4', 'Båda proverna är godkända.'],
    ['all-clear', 'A5', 'Du kan använda vattnet som vanligt.'],
    ['all-clear', 'A6', 'Det var ett falskt larm.'],
    ['all-clear', 'A8', 'Vi fortsätter att ta prover.'],
  ])('says it (%s %s): %s', (...row) => {
    expect(says(row)).toBe(true);
  });

  it.each<Row>([
    // Boiling and not using are different dangers, and neither is advised by its negation.
    ['boil', 'L8', 'Det hjälper inte att koka vattnet.'],
    ['boil', 'L8', 'Du behöver inte koka vattnet.'],
    ['boil', 'L8', 'Kokningsrekommendationen hävs.'],
    ['boil', 'L1', 'Alla uppmanas att koka vattnet.'],
    ['boil', 'L2', 'Enligt Livsmedelsverket ska vattnet bubbla kraftigt.'],
    ['boil', 'L2', 'Vattentanken står vid Coop.'],
    ['boil', 'L2', 'Hälsningar från Alaviks kommun'],
    ['boil', 'L3', 'Provsvar väntas på torsdag.'],
    ['boil', 'L4', 'Vi utreder orsaken.'],
    ['boil', 'L5', 'Vi klorerar vattnet.'],
    ['boil', 'L6', 'Äldreboendet och förskolorna får vatten med tankbil.'],
    ['boil', 'L6', 'Barnen kan gå till skolan som vanligt.'],
    ['boil', 'L7', 'Har du blivit magsjuk vill vi veta det.'],
    ['boil', 'L9', 'Gråbo får vatten från ett annat verk.'],
    ['boil', 'L10', 'Vattnet kan göra dig sjuk.'],
    ['boil', 'L11', 'Provet visar höga halter.'],
    ['boil', 'X1', 'Koka vattnet tills det bubblar.'],
    ['boil', 'X2', 'Ring 1177 om du blir sjuk.'],
    ['boil', 'X3', 'Vattnet i Alaviks kommun ska kokas.'],
    ['leak', 'S1', 'Dricksvatten hämtar du vid Storsjöns badplats.'],
    ['leak', 'S1', 'Läckan beror på arbetet med E4.'],
    ['leak', 'S2', 'Frågor besvaras i dag mellan 8 och 16.'],
    ['leak', 'S3', 'När vattnet kommer tillbaka kan det vara missfärgat.'],
    ['leak', 'S5', 'Tappvattnet är brunt.'],
    ['leak', 'S6', 'Spola toaletten bara när det behövs.'],
    ['leak', 'S7', 'Vattnet i högreservoaren är slut.'],
    ['leak', 'S8', 'Mer information kommer.'],
    ['leak', 'S9', 'Stäng fönster och dörrar.'],
    ['leak', 'S9', 'Vi stänger vattnet på Storgatan.'],
    ['leak', 'S9', 'Öppna kranen försiktigt när vattnet är tillbaka.'],
    ['planned', 'S3', 'Vattnet stängs av på Storgatan 2-16.'],
    ['all-clear', 'A2', 'Vattnet är fortfarande inte tjänligt.'],
    ['all-clear', 'A2', 'Fortsätt att koka vattnet tills rekommendationen upphör.'],
    ['all-clear', 'A4', 'Vi väntar på provsvar.'],
  ])('does not say it (%s %s): %s', (...row) => {
    expect(says(row)).toBe(false);
  });
});
