import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
	interface Future {
		v3_singleFetch: true;
	}
}

const BUILT_TEXTS = './.cache/texts';

export default defineConfig(({ command }) => ({
	plugins: [
		// A page of the build gets a module for each text it shows. From source all texts of a language are one module, as
		// `npm run i18n` compiles them: a server or a test opens three files then, not 1,700.
		paraglideVitePlugin({
			project: './app/i18n/project.inlang',
			strategy: ['baseLocale'],
			...(command === 'build'
				? { outdir: BUILT_TEXTS, outputStructure: 'message-modules' }
				: { outdir: './app/i18n/paraglide', outputStructure: 'locale-modules' }),
		}),
		tailwindcss(),
		remix(remixConfig),
	],
	resolve: {
		alias: command === 'build' ? [{ find: /^#app\/i18n\/paraglide/, replacement: fileURLToPath(new URL(BUILT_TEXTS, import.meta.url)) }] : [],
	},
	// Every page names its chunks, and the manifest those of all pages: short names, and no chunk of a single sentence.
	build: { rollupOptions: { output: { chunkFileNames: 'assets/[hash:7].js', experimentalMinChunkSize: 1_200 } } },
	ssr: { external: ['better-sqlite3', '@node-rs/argon2', 'pg'] },
	optimizeDeps: {
		// The scan reads loaders too, which the browser never gets: what they use is not to be packed for it.
		exclude: ['@node-rs/argon2', 'better-sqlite3', 'drizzle-orm', 'pg', 'pino', 'rate-limiter-flexible'],
		entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/**/routes/**/*.tsx', 'app/**/components/**/*.tsx'],
	},
	server: { watch: { ignored: ['**/data/**', '**/.cache/**'] } },
}));
