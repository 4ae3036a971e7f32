import { z } from 'zod';
import { commaList } from './comma-list.js';
import { isProviderName, type ProviderName } from './provider-settings.js';

export interface SenderSetting {
  /** Undefined: the provider in PROVIDER. */
  readonly provider?: ProviderName;
  readonly address: string;
  readonly unitsPerSecond?: number;
}

/** `address` or `provider:address`, each optionally followed by `@units per second`; several separated by commas. */
export const senderList = commaList.pipe(
  z
    .array(
      z.string().transform((text, context): SenderSetting => {
        const [named = '', rate] = text.split('@');
        const [, provider, address = named] = /^([^:]*):(.*)$/.exec(named) ?? [];
        if (provider !== undefined && !isProviderName(provider)) {
          context.addIssue({ code: 'custom', message: 'what stands before the colon must be a provider' });
          return z.NEVER;
        }
        const unitsPerSecond = rate === undefined ? undefined : Number(rate);
        if (unitsPerSecond !== undefined && !(unitsPerSecond > 0))
          context.addIssue({ code: 'custom', message: 'the rate behind @ must be a number above 0' });
        return { provider, address: address.trim(), unitsPerSecond };
      }),
    )
    .min(1),
);
