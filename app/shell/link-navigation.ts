import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';

/**
 * Makes plain links to our own pages client navigations, with one listener for the whole document: a list of fifty
 * rows costs fifty `<a>`, not fifty components. Everything a browser does by itself stays its own: new tabs, downloads,
 * other sites, anchors on the page, and links marked `data-native`.
 */
export function useLinkNavigation() {
	const navigate = useNavigate();
	useEffect(() => {
		function follow(event: MouseEvent) {
			if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			const link = event.target instanceof Element ? event.target.closest('a') : null;
			const href = link?.getAttribute('href');
			if (!link || !href || !/^\/(?!\/)/.test(href) || link.hasAttribute('download') || link.dataset.native !== undefined) return;
			if (link.target && link.target !== '_self') return;
			event.preventDefault();
			navigate(href);
		}
		document.addEventListener('click', follow);
		return () => document.removeEventListener('click', follow);
	}, [navigate]);
}
