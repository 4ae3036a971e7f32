import type { ComposeForm } from './form.js';

type Patch = Partial<ComposeForm>;

/** A change of the form. Pass a function when it must build on the newest form, e.g. after waiting for an answer. */
export type Change = (patch: Patch | ((now: ComposeForm) => Patch)) => void;
