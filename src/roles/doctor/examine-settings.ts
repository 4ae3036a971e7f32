import type { Config } from '../../platform/config/config.js';
import { misspeltSettings } from '../../platform/config/misspelt-settings.js';
import { advice, problem, ok, type Finding } from './finding.js';

/**
 * Checks the settings that can be checked without a database or provider.
 *
 * @param isDemo the default secrets in the source are allowed
 */
export function examineSettings(config: Config, { isDemo = config.get('DEMO') } = {}): Finding[] {
  const findings: Finding[] = [];
  if (!isDemo)
    for (const name of config.publishedSecrets)
      findings.push(
        problem(`${name} is the one in the source, which everybody knows`, `${name}: openssl rand -hex 32`),
      );
  if (config.publicUrl.startsWith('https:') && config.get('TRUSTED_PROXIES') === 0)
    findings.push(
      problem(
        'PUBLIC_URL is https, so a proxy stands in front, but none is trusted: all residents share one allowance of codes',
        'TRUSTED_PROXIES: the number of proxies in front, mostly 1',
      ),
    );
  const contacts = ['CONTACT_PHONE', 'CONTACT_EMAIL', 'CONTACT_URL'] as const;
  if (contacts.every((name) => config.get(name) === undefined))
    findings.push(
      advice('Residents see no contact details', 'Set CONTACT_PHONE, CONTACT_EMAIL or CONTACT_URL'),
    );
  return findings.length > 0 ? findings : [ok('The settings are safe to use')];
}

/** Reports variables that are no setting but look like one. */
export const examineNames = (env: Readonly<Record<string, string | undefined>>): Finding[] =>
  misspeltSettings(env).map(({ name, meant }) =>
    advice(`${name} is no setting, so it does nothing`, `Did you mean ${meant}?`),
  );
