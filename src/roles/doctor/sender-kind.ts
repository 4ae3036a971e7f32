import { isSenderName } from '../../messages/sender-name.js';

/** What a sender is to a network: a name, or a number that can take replies. */
export function senderKind(sender: string): 'name' | 'number' | 'neither' {
  if (/^\+[1-9]\d{6,14}$/.test(sender)) return 'number';
  return isSenderName(sender) ? 'name' : 'neither';
}
