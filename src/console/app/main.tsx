import { render } from 'preact';
import { App } from './app.js';
import { LanguageProvider } from './language/language.js';
import { NavigationProvider } from './navigation/navigation.js';
import { SessionProvider } from './session/session.js';
import '../../site/style/tokens.css';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/controls.css';
import './style/compose.css';
import './style/broadcast.css';
import './style/map.css';
import './style/directory.css';
import './style/areas.css';
import './style/hold.css';
import './style/print.css';

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
