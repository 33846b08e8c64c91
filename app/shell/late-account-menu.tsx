import { latePart } from '#app/ui/late-part.tsx';

/** In the page from the start, where it opens without scripts; what makes it close by itself comes beside the page's own. */
export const LateAccountMenu = latePart(() => import('./account-menu.tsx').then((part) => part.AccountMenu));
