import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
	logLevel: 'error',
	build: { emptyOutDir: true },
	plugins: [
		remix({
			buildDirectory: '../../../.cache/bench/bare-remix',
			future: {
				v3_fetcherPersist: true,
				v3_relativeSplatPath: true,
				v3_throwAbortReason: true,
				v3_singleFetch: true,
				v3_lazyRouteDiscovery: true,
			},
		}),
	],
});
