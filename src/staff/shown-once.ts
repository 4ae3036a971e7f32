import { SetMetadata } from '@nestjs/common';

const shownOnce = 'answer shown once';

/**
 * For an answer with a new secret: it is not kept for a repeat of the request by its `Idempotency-Key`. A repeat is
 * refused with `request.outcome-unknown`.
 */
export const ShownOnce = (): MethodDecorator => SetMetadata(shownOnce, true);

/** @param handler a method of a controller */
export const isShownOnce = (handler: object): boolean => Reflect.getMetadata(shownOnce, handler) === true;
