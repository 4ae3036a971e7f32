import { isE164 } from '../../kernel/phone-number.js';
import { isSenderName } from '../../messages/sender-name.js';

/** What a sender is to a network: a name, or a number that can take replies. */
export function senderKind(sender: string): 'name' | 'number' | 'neither' {
  if (isE164(sender)) return 'number';
  return isSenderName(sender) ? 'name' : 'neither';
}
