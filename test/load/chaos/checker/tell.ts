import type { Listed } from './story.js';
import type { Offence, Verdict } from './verdict.js';

const maxPrinted = 20;
const time = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

/** The first findings in words, with the whole history of each delivery in the order of time. */
export function tell({ offences, others }: Verdict): string {
  const lines = [
    ...others.slice(0, maxPrinted).map((why) => `! ${why}`),
    ...offences.slice(0, maxPrinted).flatMap(tellOne),
  ];
  const left = Math.max(0, offences.length - maxPrinted) + Math.max(0, others.length - maxPrinted);
  if (left > 0) lines.push(`… and ${left} more`);
  return lines.join('\n');
}

function tellOne({ story: { broadcast, row, events, taken, heard }, findings, listed }: Offence): string[] {
  const happened = [
    ...events.map(({ at, kind, detail }) => ({ at, what: `ledger   ${kind} ${JSON.stringify(detail)}` })),
    ...taken.map(({ at, ...one }) => ({ at, what: `provider took ${JSON.stringify(one)}` })),
    ...heard.map(({ at, kind, sid }) => ({ at, what: `handset  received ${kind} ${sid}` })),
  ].sort((a, b) => a.at - b.at);
  return [
    ...findings.map(
      ({ kind, why }) => `! ${kind}: ${broadcast.name} (${broadcast.lane}) to ${row.phone}: ${why}`,
    ),
    `    row ${JSON.stringify(row)}`,
    ...happened.map(({ at, what }) => `    ${time(at)} ${what}`),
    `    the provider's list for ${row.phone}${listed.length === 0 ? ' is empty' : ''}`,
    ...listed.map(tellEntry),
  ];
}

function tellEntry({ at, kind, sid, status, of, claimedBy }: Listed): string {
  const whose = of === undefined ? 'of unknown' : `of ${of}`;
  const claimed =
    claimedBy.length === 0 ? 'unknown to our ledger' : `by our ledger of ${claimedBy.join(' and of ')}`;
  return `    ${time(at)}   ${kind} ${sid} ${status}, ${whose}, ${claimed}`;
}
