import { call } from '../../api/call.js';
import type { Broadcast } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useMutation } from '../../api/use-mutation.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { useSession } from '../../session/session.js';
import type { ComposeForm } from '../form/form.js';
import { reminderBody } from '../form/reminder.js';

/** Saves the reminder of an alert that has just been saved, or cancels it when there is to be none any more. */
export function useSaveReminder() {
  const { settings } = useSession();
  const create = usePostOnce('create-reminder');
  const change = useMutation(
    ({
      method,
      path,
      body,
    }: {
      readonly method: 'PUT' | 'POST' | 'GET';
      readonly path: string;
      readonly body?: object;
    }) => call<Broadcast>(method, path, body ? { body } : {}),
  );

  /** @returns the alert as it is then; undefined when it failed */
  async function save(form: ComposeForm, alert: Broadcast): Promise<Broadcast | undefined> {
    const body = reminderBody(form, alert.id, settings?.municipality.name ?? '', new Date());
    const before = alert.reminder?.id;
    if (!body && (before === undefined || form.reminder !== null)) return alert;
    const done = body
      ? before === undefined
        ? await create.run<Broadcast>('/broadcasts', body)
        : await change.run({ method: 'PUT', path: `/broadcasts/${before}`, body })
      : await change.run({ method: 'POST', path: `/broadcasts/${before}/cancellation`, body: {} });
    if (!done) return undefined;
    return (await change.run({ method: 'GET', path: `/broadcasts/${alert.id}` }))?.answer;
  }
  const failure: Failure | undefined = create.failure ?? change.failure;
  return { save, failure };
}
