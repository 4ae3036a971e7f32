/**
 * Masks a number in a list that is not about its owner. The last two digits stay, so that two people on the phone can
 * agree which one they mean.
 */
export const maskPhone = (e164: string): string => `••• ${e164.slice(-2)}`;
