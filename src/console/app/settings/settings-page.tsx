import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { useSession } from '../session/session.js';
import { PageTitle } from '../shell/page-title.js';
import { settingsFor } from '../shell/pages.js';
import { words } from './settings.words.js';

/** Leads to the pages on which something is set. */
export function SettingsPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      <p class="lead">{say(words.lead)}</p>
      <ul class="entries">
        {settingsFor(member).map(({ title, path }) => (
          <li class="entry" key={path}>
            <Link class="entry-link" href={path}>
              {say(title)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
