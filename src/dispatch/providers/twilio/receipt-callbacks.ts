import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Receipt } from '../../../deliveries/ledger/receipts.repository.js';
import { Config } from '../../../platform/config/config.js';
import { CallbackMalformed, requireField, requireToken, type Form } from '../../callbacks/callback.js';
import { ReceiptRoutes } from '../../callbacks/receipt-routes.js';
import { requireSignature } from './signature.js';
import { callStatus, messageStatus } from './twilio-statuses.js';

/** The field names of each kind of receipt. */
const kinds = {
  'message-status': { ref: 'MessageSid', status: 'MessageStatus', meaning: messageStatus },
  'call-status': { ref: 'CallSid', status: 'CallStatus', meaning: callStatus },
} as const;
type Kind = keyof typeof kinds;

/** Reads Twilio's receipts. */
@Injectable()
export class ReceiptCallbacks implements OnModuleInit {
  constructor(
    private readonly routes: ReceiptRoutes,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.keys(kinds) as Kind[])
      this.routes.add(`/callbacks/twilio/${kind}`, (request) => {
        requireSignature(this.config, request);
        return receiptIn(kind, request.query.t, request.body ?? {});
      });
  }
}

/** @throws callback.malformed */
function receiptIn(kind: Kind, text: string | undefined, form: Form): Receipt {
  const { ref, status, meaning } = kinds[kind];
  const token = requireToken(text);
  const providerRef = requireField(form, ref);
  const senderAddress = form['From'] === undefined ? undefined : requireField(form, 'From');
  const errorCode = form['ErrorCode'] ? requireField(form, 'ErrorCode') : undefined;
  const told = meaning(form[status] ?? '', errorCode, form['AnsweredBy']);
  if (!told) throw CallbackMalformed({ what: 'a known status' });
  // Spread objects come last: each field after them costs more than reading the form.
  return { providerRef, senderAddress, ...token, ...told };
}
