import { findHome } from '../../platform/embedded/home-folder.js';
import { advice, problem, ok, type Finding } from './finding.js';

const another = 'For a database of your own, set DATABASE_URL=postgres://user:password@host:5432/name';

/**
 * Reports what a start would find, if DATABASE_URL is not set and the embedded database does not run. The database is
 * not started, because that would create its folder.
 */
export async function examineEmbedded(folder: string): Promise<Finding[]> {
  const { data, isWritable, free, needed } = await findHome(folder);
  const findings = [
    advice(
      'DATABASE_URL is not set, and the embedded database does not run',
      `\`npm start\` and the commands start it. ${another}`,
    ),
  ];
  if (data === 'unfinished')
    findings.push(
      advice(
        `Its data in ${folder} was left unfinished`,
        'It was still empty. The next start creates it again',
      ),
    );
  else findings.push(ok(data === 'there' ? `Its data lies in ${folder}` : `It has no data yet in ${folder}`));
  if (!isWritable)
    findings.push(problem(`Nothing may be written to ${folder}`, 'BUDKAVLE_HOME: name a folder of your own'));
  if (free < needed)
    findings.push(
      problem(
        `${free} MB are free where ${folder} lies, and ${needed} MB are needed`,
        'Free some space, or name another folder in BUDKAVLE_HOME',
      ),
    );
  else findings.push(ok(`${free} MB are free for it, and ${needed} MB are needed`));
  return findings;
}
