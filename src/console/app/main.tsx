import { render } from 'preact';
import { queryClient } from './api/query-client.js';
import { App } from './app.js';
import { LanguageProvider } from './language/language.js';
import { NavigationProvider } from './navigation/navigation.js';
import { SessionProvider } from './session/session.js';
import '../../site/style/tokens.css';
import './style/colours.css';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/controls.css';
import './style/compose.css';
import './style/checklist.css';
import './style/broadcast.css';
import './style/map.css';
import './style/directory.css';
import './style/areas.css';
import './style/templates.css';
import './style/hold.css';
import './style/topics.css';
import './style/look.css';
import './style/print.css';

// Makes polled queries fetch again when the user comes back to the page.
queryClient.mount();

render(
  <LanguageProvider>
    <NavigationProvider>
      <SessionProvider>
        <App />
      </SessionProvider>
    </NavigationProvider>
  </LanguageProvider>,
  document.getElementById('console')!,
);
