import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { tidyName } from '../../kernel/plain-name.js';
import { refusal, type DomainError } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { AuditLog, type AuditEntry } from '../audit-log.js';
import { staffEvents } from '../log-events.js';
import type { MemberEntity } from '../member.entity.js';
import { readEmail } from '../member.js';
import { MembersRepository } from '../members.repository.js';
import { newSession } from '../new-session.js';
import { hashSecret } from '../secrets.js';
import { AccountsRepository, type Person } from './accounts.repository.js';
import { addressClaims, textOf, valuesOf } from './claims.js';
import { IdentityProvider, type Account } from './identity-provider.js';
import { standingOf, type Standing } from './role-mapping.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';

const SignInStale = refusal('sign-in.stale', 'conflict', {
  sv: 'Inloggningen tog för lång tid, eller var redan använd. Logga in igen.',
  en: 'The sign-in took too long, or was used already. Sign in again.',
});

const NoRole = refusal('sign-in.no-role', 'forbidden', {
  sv: 'Ditt konto har ingen roll i Budkavle. Be den som sköter behörigheter om en.',
  en: 'Your account has no role in Budkavle. Ask those who manage access for one.',
});

const NoDepartment = refusal('sign-in.no-department', 'forbidden', {
  sv: 'Ditt konto har en roll men hör inte till någon förvaltning i Budkavle. Be den som sköter behörigheter om det.',
  en: 'Your account has a role, but belongs to no department in Budkavle. Ask those who manage access for one.',
});

const Overage = refusal('sign-in.groups-left-out', 'forbidden', {
  sv: 'Du är med i så många grupper att inloggningen inte skickar med dem. Den som sköter Entra ID löser det: ge programmet approller, eller skicka bara grupper som är tilldelade programmet.',
  en: 'You are in so many groups that the sign-in leaves them out. Those who run Entra ID can solve it: give the application app roles, or send only groups that are assigned to the application.',
});

const NoAddress = refusal('sign-in.no-email', 'forbidden', {
  sv: 'Ditt konto har ingen e-postadress som inloggningen skickar med. Be den som sköter inloggningen om det.',
  en: 'Your account has no e-mail address that the sign-in sends. Ask those who run the sign-in for it.',
});

const AddressTaken = refusal('sign-in.email-taken', 'forbidden', {
  sv: 'Någon i Budkavle har redan din e-postadress, med ett annat konto eller en nyckel. En administratör har fått frågan om det är du.',
  en: 'Somebody in Budkavle has your e-mail address already, with another account or a key. An administrator has been asked whether it is you.',
});

const Left = refusal('sign-in.left', 'forbidden', {
  sv: 'Du är borttagen ur Budkavle. Be en administratör lägga till dig igen.',
  en: 'You have been removed from Budkavle. Ask an administrator to add you again.',
});

/** Minutes that a person may take at the identity provider. */
const minutesThere = 15;

export interface SignedIn {
  /** For the browser's cookie. */
  readonly secret: string;
  readonly expires: Date;
  /** A path of the console. */
  readonly returnTo: string;
}

/**
 * A person signs in with their account at the municipality's identity provider. Their roles and department are worked
 * out at every sign-in. An account is issuer and subject: the e-mail address identifies nobody.
 */
@Injectable()
export class AccountSignIn {
  private readonly log = new Log('sign-in', staffEvents);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly accounts: AccountsRepository,
    private readonly mappings: RoleMappingsRepository,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param browser secret of the browser's cookie; undefined if it has none
   * @param returnTo a path of the console
   * @returns where to send the browser, and its secret
   * @throws sign-in.no-provider, sign-in.provider-unreachable
   */
  async start(browser: string | undefined, returnTo: string): Promise<{ address: string; browser: string }> {
    const secrets = this.provider.newSecrets();
    const address = await this.provider.addressFor(secrets);
    const secret = browser ?? randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const { state, nonce, codeVerifier } = secrets;
    await this.accounts.start(
      {
        stateHash: hashSecret(state),
        browserHash: hashSecret(secret),
        issuer: this.config.identityProvider!.issuer,
        nonce,
        codeVerifier,
        returnTo,
        expiresAt: new Date(now.getTime() + minutesThere * 60_000),
      },
      now,
    );
    return { address, browser: secret };
  }

  /**
   * @param query of the callback, with its `?`
   * @throws sign-in.stale, sign-in.declined, sign-in.invalid, sign-in.provider-unreachable, sign-in.no-role,
   *   sign-in.no-department, sign-in.groups-left-out, sign-in.no-email, sign-in.email-taken, sign-in.left
   */
  async complete(query: string, browser: string | undefined): Promise<SignedIn> {
    const state = new URLSearchParams(query).get('state');
    const now = this.clock.now();
    const started =
      state && browser
        ? await this.accounts.takeStarted(hashSecret(state), hashSecret(browser), now)
        : undefined;
    if (!started || started.issuer !== this.config.identityProvider?.issuer) throw SignInStale();
    const { nonce, codeVerifier } = started;
    const account = await this.provider.redeem(query, { state: state!, nonce, codeVerifier });
    const session = newSession(now, this.config.get('SESSION_HOURS'));
    // A refusal is returned, not thrown: what it takes from the person must be committed.
    const refused = await this.accounts.atomically(async (tx) => {
      await this.accounts.waitTurn(account, tx);
      const known = await this.accounts.memberOf(account, tx);
      const admitted = await this.admit(account, known, tx);
      if ('refusal' in admitted) {
        const subject = known?.id ?? fingerprintOf(account);
        const detail = { with: 'account', code: admitted.refusal.code };
        await this.audit.record({ action: 'staff.sign-in-refused', subject, detail }, tx);
        return admitted.refusal;
      }
      const { memberId, entries } = admitted;
      const { issuer, subject, session: providerSession } = account;
      await this.members.openSession(
        { memberId, hash: session.hash, expiresAt: session.expires, issuer, subject, providerSession },
        now,
        tx,
      );
      const signIn = { memberId, action: 'staff.sign-in', subject: memberId, detail: { with: 'account' } };
      await this.audit.recordAll([...entries, signIn], tx);
      return undefined;
    });
    if (refused) {
      this.log.write('sign-in.refused', { code: refused.code, account: fingerprintOf(account) });
      throw refused;
    }
    return { secret: session.secret, expires: session.expires, returnTo: started.returnTo };
  }

  /** Creates or updates the member, or takes the roles of one who has none any more. */
  private async admit(
    account: Account,
    known: MemberEntity | undefined,
    tx: EntityManager,
  ): Promise<{ memberId: string; entries: AuditEntry[] } | { refusal: DomainError }> {
    const standing = await this.standing(account, tx);
    if (!('roles' in standing)) {
      // Groups that the provider left out say nothing of what the person may do.
      if (known && standing.code !== Overage().code) await this.accounts.strip(known.id, tx);
      return { refusal: standing };
    }
    if (known?.leftAt) return { refusal: Left() };
    const person = personOf(account);
    if (!person) return { refusal: NoAddress() };
    const { roles } = standing;
    await this.accounts.waitForAddress(person, tx);
    if (known) {
      await this.accounts.update(known.id, person, standing, tx);
      return { memberId: known.id, entries: changed(known, standing) };
    }
    if (await this.accounts.hasEmail(person.email, tx)) {
      await this.accounts.wait(account, person, this.clock.now(), tx);
      return { refusal: AddressTaken() };
    }
    const memberId = await this.accounts.join(account, person, standing, tx);
    return { memberId, entries: [{ action: 'member.join', subject: memberId, detail: { roles } }] };
  }

  private async standing({ claims }: Account, tx: EntityManager): Promise<Standing | DomainError> {
    const values = valuesOf(claims, this.config.get('OIDC_ROLES_CLAIM'));
    if (values === 'overage') return Overage();
    const standing = standingOf(values ?? [], await this.mappings.list(tx));
    if (standing === 'no-role') return NoRole();
    return standing === 'no-department' ? NoDepartment() : standing;
  }
}

function personOf({ claims }: Account): Person | undefined {
  const email = textOf(claims, ...addressClaims);
  if (email === undefined || !/^[^\s@]+@[^\s@]+$/.test(email.trim())) return undefined;
  return { name: tidyName(textOf(claims, 'name') ?? email), email: readEmail(email) };
}

/** An entry if the provider says something else than at the last sign-in. */
function changed(before: MemberEntity, { roles, departmentId }: Standing): AuditEntry[] {
  const same =
    before.departmentId === departmentId && [...before.roles].sort().join() === [...roles].sort().join();
  if (same) return [];
  const detail = {
    roles,
    before: before.roles,
    ...(before.departmentId === departmentId ? {} : { departmentId }),
  };
  return [{ action: 'member.change', subject: before.id, detail }];
}

/** An account in the logs, without what the provider knows it by. */
const fingerprintOf = ({ issuer, subject }: Account): string =>
  hashSecret(JSON.stringify([issuer, subject])).toString('hex', 0, 6);
