import { reasonWording } from '../../../../messages/reason-words.js';
import type { Broadcast, Report } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { CsvDownload } from './csv-download.js';
import { fileName } from './file-name.js';
import { PrintButton } from './signatures.js';
import { SpentFacts } from './spent-facts.js';
import { reportTable, type ReportTable } from './report.js';
import { outcomeWords, words } from './report.words.js';

/** The outcomes of all deliveries, shown so that they visibly add up to the planned number. */
export function ReportView({ broadcast, report }: { broadcast: Broadcast; report: Report }) {
  const { id, audienceName } = broadcast;
  const { say, format } = useSpeech();
  const table = reportTable(report);
  const { rows, sum, planned, addsUp, suppressed, suppressedReasons, remarks } = table;
  return (
    <section aria-labelledby="report-title" class="card">
      <h2 id="report-title">{say(words.title)}</h2>
      <table class="report">
        <thead>
          <tr>
            <th scope="col">{say(words.outcome)}</th>
            <th scope="col" class="number">
              {say(words.count)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ outcome, count, reasons }) => (
            <tr key={outcome} class={`outcome outcome-${outcome}`}>
              <th scope="row">
                {say(outcomeWords[outcome])}
                {reasons.length > 0 && <Reasons reasons={reasons} />}
              </th>
              <td class="number">{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(words.sum)}</th>
            <td class="number">{format.number(sum)}</td>
          </tr>
        </tfoot>
      </table>
      {!addsUp && (
        <p class="note note-failure">
          {say(words.differs, { sum: format.number(sum), planned: format.number(planned) })}
        </p>
      )}
      {remarks.length > 0 && (
        <>
          <h3>{say(words.remarks)}</h3>
          <Reasons reasons={remarks} />
        </>
      )}
      {suppressed > 0 && (
        <>
          <h3>
            {say(words.suppressed)}: {format.number(suppressed)}
          </h3>
          <p class="hint">{say(words.suppressedHint)}</p>
          <Reasons reasons={suppressedReasons} />
        </>
      )}
      <SpentFacts broadcast={broadcast} />
      <div class="downloads">
        <CsvDownload
          path={`/broadcasts/${id}/report`}
          name={fileName(say(words.title), audienceName)}
          label={words.csv}
        />
        <PrintButton />
        {hasDoubts(table) && (
          <CsvDownload
            path={`/broadcasts/${id}/report/doubts`}
            name={fileName(say(words.fileDoubts), audienceName)}
            label={words.doubtsCsv}
          />
        )}
      </div>
    </section>
  );
}

/** Whether somebody may have been reached twice, or it is unknown whether somebody was reached. */
const hasDoubts = ({ rows, remarks }: ReportTable): boolean =>
  rows.some(({ outcome, count }) => ['inDoubt', 'unknown'].includes(outcome) && count > 0) ||
  remarks.some(([remark]) => remark === 'sent-again-after-doubt');

function Reasons({ reasons }: { reasons: readonly (readonly [string, number])[] }) {
  const { say, format } = useSpeech();
  return (
    <ul class="reasons">
      {reasons.map(([reason, count]) => (
        <li key={reason}>
          {say(reasonWording(reason))}: {format.number(count)}
        </li>
      ))}
    </ul>
  );
}
