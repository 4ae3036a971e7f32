import { alertsElement } from './alerts-element.js';
import { topicsElement } from './topics-element.js';

// Only while the script runs: the address that it was loaded from.
const { src } = document.currentScript as HTMLScriptElement;
const server = new URL(src).origin;

if (!customElements.get('budkavle-alerts')) {
  customElements.define('budkavle-alerts', alertsElement(server));
  customElements.define('budkavle-topics', topicsElement(server));
}
