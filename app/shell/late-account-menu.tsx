import { type ComponentProps, lazy, Suspense } from 'react';

const AccountMenu = lazy(() => import('./account-menu.tsx').then((part) => ({ default: part.AccountMenu })));

/** In the page from the start, where it opens without scripts; what makes it close by itself comes a moment later. */
export function LateAccountMenu(props: ComponentProps<typeof AccountMenu>) {
	return (
		<Suspense>
			<AccountMenu {...props} />
		</Suspense>
	);
}
