import { renderToStaticMarkup } from 'react-dom/server';
import { VersionField, type VersionFieldProps } from '#app/ui/version-field.tsx';

/** The version a form without scripts would post after this answer, read from the page itself. */
export function versionPosted(props: Omit<VersionFieldProps, 'saved'>): string {
	const html = renderToStaticMarkup(<VersionField {...props} saved="/saved" />);
	return /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
}
