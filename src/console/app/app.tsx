import { AccountsPage } from './accounts/accounts-page.js';
import { AreasPage } from './areas/areas-page.js';
import { BroadcastPage } from './broadcast/broadcast-page.js';
import { BroadcastsPage } from './broadcasts/broadcasts-page.js';
import { ComposePage } from './compose/compose-page.js';
import { DirectoryPage } from './directory/directory-page.js';
import { keptAnew, keptAs } from './compose/form/follow-up.js';
import { IncidentPage } from './incident/incident-page.js';
import { useSpeech } from './language/language.js';
import { EmbedPage } from './embed/embed-page.js';
import { LookPage } from './look/look-page.js';
import { MePage } from './me/me-page.js';
import { Link, useNavigation } from './navigation/navigation.js';
import { paths } from './navigation/routes.js';
import { useSession } from './session/session.js';
import { RotaPage } from './rota/rota-page.js';
import { SignInPage } from './session/sign-in-page.js';
import { SettingsPage } from './settings/settings-page.js';
import { FailureNote } from './shell/failure-note.js';
import { PageTitle } from './shell/page-title.js';
import { Shell } from './shell/shell.js';
import { words } from './shell/shell.words.js';
import { NewTopicPage } from './topics/new-topic-page.js';
import { TopicPage } from './topics/topic-page.js';
import { TopicsPage } from './topics/topics-page.js';
import { NewTemplatePage } from './templates/new-template-page.js';
import { TemplatePage } from './templates/template-page.js';
import { TemplatesPage } from './templates/templates-page.js';
import { SocialPage } from './social/social-page.js';
import { WebhookPage } from './webhooks/webhook-page.js';
import { WebhooksPage } from './webhooks/webhooks-page.js';
import { WaitingProvider } from './waiting/waiting.js';

export function App() {
  return (
    <WaitingProvider>
      <Shell>
        <Page />
      </Shell>
    </WaitingProvider>
  );
}

function Page() {
  const { say } = useSpeech();
  const { state, failure, ask } = useSession();
  const { route } = useNavigation();
  if (state === 'asking') return <p role="status">{say(words.loading)}</p>;
  if (state === 'failed') return <FailureNote failure={failure} retry={ask} />;
  if (state === 'out') return <SignInPage />;
  switch (route.page) {
    case 'broadcasts':
      return <BroadcastsPage />;
    case 'compose':
      return <ComposePage key={route.id ?? 'new'} id={route.id} />;
    case 'anew':
      return <ComposePage key={keptAnew(route.id)} id={undefined} anew={route.id} />;
    case 'incident':
      return <IncidentPage key={route.id} id={route.id} />;
    case 'follow':
      return <ComposePage key={keptAs(route.id, route.relation)} id={undefined} follows={route} />;
    case 'broadcast':
      return <BroadcastPage key={route.id} id={route.id} />;
    case 'areas':
      return <AreasPage />;
    case 'directory':
      return <DirectoryPage />;
    case 'rota':
      return <RotaPage />;
    case 'settings':
      return <SettingsPage />;
    case 'accounts':
      return <AccountsPage />;
    case 'embed':
      return <EmbedPage />;
    case 'look':
      return <LookPage />;
    case 'social':
      return <SocialPage />;
    case 'webhooks':
      return <WebhooksPage />;
    case 'webhook':
      return <WebhookPage key={route.id} id={route.id} />;
    case 'me':
      return <MePage />;
    case 'topics':
      return <TopicsPage />;
    case 'new-topic':
      return <NewTopicPage />;
    case 'topic':
      return <TopicPage key={route.id} id={route.id} />;
    case 'templates':
      return <TemplatesPage />;
    case 'new-template':
      return <NewTemplatePage />;
    case 'template':
      return <TemplatePage key={route.id} id={route.id} />;
    case 'unknown':
      return (
        <>
          <PageTitle title={say(words.unknownPage)} />
          <p>
            <Link href={paths.broadcasts}>{say(words.toBroadcasts)}</Link>
          </p>
        </>
      );
  }
}
