import type { Wording } from '../kernel/refusal.js';
import { lookSummaries } from './api-look-summaries.js';
import { registerSummaries } from './api-register-summaries.js';
import { signInSummaries } from './api-sign-in-summaries.js';
import { socialSummaries } from './api-social-summaries.js';
import { webhookSummaries } from './api-webhook-summaries.js';

/** What each operation does, in a sentence, for readers of the API. A test fails when one is missing. */
export const apiSummaries: Readonly<Record<string, Wording>> = {
  'POST /api/v1/session': { sv: 'Loggar in med en nyckel.', en: 'Signs in with a key.' },
  'GET /api/v1/session': { sv: 'Vem som är inloggad.', en: 'Who is signed in.' },
  'GET /api/v1/session/phone': {
    sv: 'Det egna mobilnumret, och ett nytt som inte är bekräftat.',
    en: 'Your own mobile number, and a new one that is not confirmed.',
  },
  'PUT /api/v1/session/phone': {
    sv: 'Skickar en kod till ett nytt eget mobilnummer, eller tar bort numret. Dit går sms om utskick att godkänna.',
    en: 'Sends a code to a new mobile number of yours, or removes your number. Texts about broadcasts to approve go there.',
  },
  'POST /api/v1/session/phone/confirmation': {
    sv: 'Bekräftar det egna mobilnumret med koden. Först då byts numret.',
    en: 'Confirms your own mobile number by the code. Only then is the number changed.',
  },
  'DELETE /api/v1/session': { sv: 'Loggar ut.', en: 'Signs out.' },
  ...signInSummaries,
  'GET /api/v1/rota': {
    sv: 'Vem som är i tjänst, och när ingen är det.',
    en: 'Who is on duty, and when nobody is.',
  },
  'POST /api/v1/rota/shifts': { sv: 'Lägger till ett pass.', en: 'Adds a shift.' },
  'DELETE /api/v1/rota/shifts/{id}': { sv: 'Tar bort ett pass.', en: 'Removes a shift.' },
  'DELETE /api/v1/rota/shifts/{id}/following': {
    sv: 'Tar bort ett pass och de följande i samma upprepning.',
    en: 'Removes a shift and the following ones of its repetition.',
  },
  'POST /api/v1/rota/series': {
    sv: 'Lägger till pass som upprepas varje vecka, av flera personer i tur och ordning.',
    en: 'Adds shifts that repeat every week, by several people in turn.',
  },
  'POST /api/v1/rota/series/preview': {
    sv: 'Visar passen som en upprepning skulle lägga till, och vilka som krockar.',
    en: 'Shows the shifts that a repetition would add, and which overlap.',
  },
  ...registerSummaries,
  ...socialSummaries,
  ...webhookSummaries,
  ...lookSummaries,
  'POST /api/v1/objections': {
    sv: 'Antecknar att någon invänder mot meddelanden, eller inte längre gör det.',
    en: 'Takes down that somebody objects to alerts, or no longer does.',
  },
  'POST /api/v1/personal-data/exports': {
    sv: 'Allt som finns sparat om ett nummer, till den som har det.',
    en: 'Everything that is kept of a number, for the person who has it.',
  },
  'POST /api/v1/personal-data/erasures': {
    sv: 'Raderar allt som finns sparat om ett nummer. Summor och en invändning finns kvar, utan numret.',
    en: 'Erases everything that is kept of a number. Sums and an objection stay, without the number.',
  },
  'GET /api/v1/inbound-texts': {
    sv: 'Vad människor har skickat till våra nummer, med avsändarens nummer, så att någon kan svara. Varje läsning loggas.',
    en: 'What people have texted to our numbers, with their numbers, so that somebody can answer. Each look is logged.',
  },
  'GET /api/v1/topics': { sv: 'Alla SMS-tjänster.', en: 'All topics.' },
  'GET /api/v1/topics/{id}/subscribers': {
    sv: 'Hur många som har prenumererat på en SMS-tjänst, månad för månad.',
    en: 'How many have subscribed to a topic, month by month.',
  },
  'POST /api/v1/topics': { sv: 'Lägger till en SMS-tjänst.', en: 'Adds a topic.' },
  'PUT /api/v1/topics/{id}': {
    sv: 'Skriver om en SMS-tjänst, alla fält på en gång.',
    en: 'Rewrites a topic, all fields at once.',
  },
  'GET /api/v1/templates': {
    sv: 'Mallarna, med varje text och vem som har läst översättningen.',
    en: 'The templates, with each text and who has read the translation.',
  },
  'GET /api/v1/templates/{id}': {
    sv: 'En mall, med alla versioner.',
    en: 'A template, with all its versions.',
  },
  'POST /api/v1/templates': { sv: 'Lägger till en mall.', en: 'Adds a template.' },
  'PUT /api/v1/templates/{id}': {
    sv: 'Skriver en ny version av en mall, alla fält på en gång.',
    en: 'Writes a new version of a template, all fields at once.',
  },
  'POST /api/v1/templates/{id}/archive': {
    sv: 'Arkiverar en mall: den erbjuds inte längre.',
    en: 'Archives a template: it is no longer offered.',
  },
  'POST /api/v1/templates/{id}/restoration': {
    sv: 'Tar tillbaka en arkiverad mall.',
    en: 'Restores an archived template.',
  },
  'POST /api/v1/templates/{id}/reset': {
    sv: 'Återställer en mall till den text som följde med programmet.',
    en: 'Resets a template to the text that came with the program.',
  },
  'POST /api/v1/templates/{id}/review': {
    sv: 'Noterar vem som har läst en översättning. Det gäller tills texten ändras.',
    en: 'Notes who has read a translation. It counts until the text changes.',
  },
  'DELETE /api/v1/templates/{id}/review/{language}': {
    sv: 'Tar tillbaka en granskning som noterades av misstag.',
    en: 'Takes back a review that was noted by mistake.',
  },
  'POST /api/v1/audiences/preview': {
    sv: 'Hur många ett urval når nu, och hur många inte.',
    en: 'How many an audience reaches now, and how many not.',
  },
  'GET /api/v1/departments': { sv: 'Förvaltningarna.', en: 'The departments.' },
  'GET /api/v1/incidents': {
    sv: 'Händelserna: utskick med det som följer dem, den med det nyaste först.',
    en: 'Incidents: broadcasts with what follows them, the one with the newest first.',
  },
  'GET /api/v1/incidents/{id}': {
    sv: 'En händelse: dess utskick, vad som har hänt och hur många som nåddes.',
    en: 'An incident: its broadcasts, what happened and how many were reached.',
  },
  'GET /api/v1/incidents/{id}/map': {
    sv: 'Områdena som händelsens utskick gick till, och hur många som nåddes där.',
    en: 'The areas that the broadcasts of the incident went to, and how many were reached there.',
  },
  'PUT /api/v1/incidents/{id}/title': {
    sv: 'Ger händelsen en rubrik, eller tar bort den.',
    en: 'Gives the incident a title, or takes it away.',
  },
  'GET /api/v1/last-places': {
    sv: 'Platserna som du valde i dina senaste larm.',
    en: 'The places that you chose in your last alerts.',
  },
  'GET /api/v1/broadcasts': { sv: 'Utskicken, de nyaste först.', en: 'Broadcasts, newest first.' },
  'POST /api/v1/broadcasts': { sv: 'Skriver ett nytt utskick.', en: 'Writes a new broadcast.' },
  'GET /api/v1/broadcasts/{id}': {
    sv: 'Ett utskick, och vad man får göra med det.',
    en: 'A broadcast, and what one may do with it.',
  },
  'POST /api/v1/broadcasts/{id}/samples': {
    sv: 'Skickar texten, eller ringer upp med den, till din egen telefon. Märkt som prov.',
    en: 'Sends the text, or a call with it, to your own phone. Marked as a sample.',
  },
  'PUT /api/v1/broadcasts/{id}': {
    sv: 'Ändrar ett utskick som inte är godkänt; det blir ett utkast.',
    en: 'Changes a broadcast that is not approved; it becomes a draft.',
  },
  'GET /api/v1/broadcasts/waiting': {
    sv: 'De utskick som väntar och som du får godkänna nu.',
    en: 'The broadcasts that wait and that you may approve now.',
  },
  'POST /api/v1/broadcasts/open-alerts': {
    sv: 'Larm som inte är avslutade och som delar adresser med en tänkt mottagargrupp.',
    en: 'Alerts that were not called off and that share addresses with an intended audience.',
  },
  'POST /api/v1/broadcasts/{id}/extension-preview': {
    sv: 'Hur många en utökning av utskicket når nu, och hur många som redan har fått det.',
    en: 'How many an extension of the broadcast reaches now, and how many have had it already.',
  },
  'POST /api/v1/broadcasts/{id}/submission': {
    sv: 'Lämnar utskicket till en annan person för godkännande.',
    en: 'Hands the broadcast to another person for approval.',
  },
  'POST /api/v1/broadcasts/{id}/approval': {
    sv: 'Godkänner det som en annan har skrivit; det börjar skickas.',
    en: 'Approves what somebody else wrote; sending begins.',
  },
  'POST /api/v1/broadcasts/{id}/return': {
    sv: 'Lämnar tillbaka utskicket för att ändras.',
    en: 'Returns the broadcast to be changed.',
  },
  'POST /api/v1/broadcasts/{id}/rejection': { sv: 'Avslår utskicket.', en: 'Rejects the broadcast.' },
  'GET /api/v1/broadcasts/{id}/report/doubts': {
    sv: 'De mottagare som kan ha nåtts två gånger, eller där ingen vet, en för en; inga när de har gallrats.',
    en: 'The recipients who may have been reached twice, or of whom nobody knows, one by one; none once they were disposed of.',
  },
  'POST /api/v1/broadcasts/{id}/pause': { sv: 'Pausar utskicket.', en: 'Pauses the broadcast.' },
  'POST /api/v1/broadcasts/{id}/resumption': { sv: 'Fortsätter utskicket.', en: 'Resumes the broadcast.' },
  'POST /api/v1/broadcasts/{id}/start-now': { sv: 'Skickar utskicket nu.', en: 'Sends it now.' },
  'POST /api/v1/broadcasts/{id}/cancellation': {
    sv: 'Avbryter utskicket; det som inte är skickat skickas inte.',
    en: 'Cancels the broadcast; what is not sent yet is not sent.',
  },
  'GET /api/v1/broadcasts/{id}/report': {
    sv: 'Vad som hände med varje telefon, i siffror som går ihop. JSON eller CSV.',
    en: 'What became of every phone, in figures that add up. JSON or CSV.',
  },
  'GET /api/v1/broadcasts/{id}/unreached': {
    sv: 'Adresserna som inte går att nå per telefon, i den ordning man skulle gå.',
    en: 'The addresses that can’t be reached by phone, in the order one would walk.',
  },
  'GET /api/v1/broadcasts/{id}/unreached.csv': {
    sv: 'Samma adresser som en tabell.',
    en: 'The same addresses as a table.',
  },
  'GET /api/v1/broadcasts/{id}/unreached.geojson': {
    sv: 'Samma adresser som punkter till en karta.',
    en: 'The same addresses as points for a map.',
  },
  'GET /api/v1/broadcasts/{id}/letterbox-notes.pdf': {
    sv: 'Lappar till samma adressers brevlådor att skriva ut, med en lista att gå efter.',
    en: 'Notes for the letterboxes of the same addresses to print, with a list to walk by.',
  },
  'GET /api/v1/broadcasts/{id}/events': {
    sv: 'Hur det går, direkt när det händer (server-sent events).',
    en: 'Progress as it happens (server-sent events).',
  },
  'POST /api/v1/measure': {
    sv: 'Hur många sms-delar en text blir, och hur ett samtal med den låter.',
    en: 'How many SMS parts a text takes, and what a call with it says.',
  },
  'POST /api/v1/texts/review': {
    sv: 'Vad texterna säger av det de måste säga, vad som inte är ifyllt, och hur lättlästa de är.',
    en: 'What texts say of what they must say, what is not filled in, and how easy they are to read.',
  },
  'GET /api/v1/settings': {
    sv: 'Kommunen, avsändarna, språken och priserna.',
    en: 'The municipality, its senders, languages and prices.',
  },
  'GET /api/v1/hold': {
    sv: 'Om utskick är stoppade för att operatören har skickat sådant som vi saknar, t.ex. efter en återläst säkerhetskopia.',
    en: 'Whether sending is held because the provider has sent what we lack, e.g. after a restored backup.',
  },
  'POST /api/v1/hold/decisions': {
    sv: 'Skickar resten av ett stoppat utskick, eller avbryter det.',
    en: 'Sends the rest of a held broadcast, or cancels it.',
  },
  'POST /api/v1/hold/end': {
    sv: 'Börjar skicka igen när inget utskick väntar på beslut.',
    en: 'Sends again when no broadcast waits for a decision.',
  },
  'POST /api/v1/hold/unasked': {
    sv: 'Börjar skicka fast operatören inte kan svara på vad den har skickat.',
    en: 'Sends although the provider can’t say what it has sent.',
  },
  'GET /api/v1/senders': {
    sv: 'Avsändarna, och vilka som operatören har stoppat.',
    en: 'The senders, and which of them the provider stopped.',
  },
  'GET /api/v1/provider-troubles': {
    sv: 'Frågor som operatören inte svarar på, och hur många meddelanden som är osäkra.',
    en: 'Questions the provider does not answer, and how many messages are in doubt.',
  },
  'DELETE /api/v1/senders/{id}/stop': { sv: 'Startar avsändaren igen.', en: 'Starts the sender again.' },
};
