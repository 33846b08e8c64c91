import { m } from '#app/i18n/paraglide/messages.js';

/** "Too many tries, wait n minutes", rounded up. */
export const lockedText = (seconds: number): string => m.auth_locked({ minutes: Math.max(1, Math.ceil(seconds / 60)) });
