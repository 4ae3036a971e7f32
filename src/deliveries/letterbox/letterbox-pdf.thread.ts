import { serveThread } from '../../platform/threads/from-thread.js';
import { letterboxPdf } from './letterbox-pdf.js';

await serveThread(letterboxPdf);
