import { isE164 } from '../../kernel/phone-number.js';
import { isSenderName } from '../../messages/sender-name.js';

/** The kind of a sender for a telephone network: a name, or a number that can receive replies. */
export function senderKind(sender: string): 'name' | 'number' | 'neither' {
  if (isE164(sender)) return 'number';
  return isSenderName(sender) ? 'name' : 'neither';
}
