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

const isTest = process.env.VITEST !== undefined;

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './app/i18n/project.inlang',
			outdir: './app/i18n/paraglide',
			strategy: ['baseLocale'],
			// As the command line compiles, so that a running `npm run dev` and a test do not undo each other's files.
			outputStructure: 'message-modules',
		}),
		tailwindcss(),
		// Under Vitest the Remix plugin cannot find its preamble; tests need only the JSX transform.
		...(isTest ? [] : [remix(remixConfig)]),
	],
	// Every page names its chunks, and the manifest those of all pages: short names, and no chunk of a single sentence.
	build: { rollupOptions: { output: { chunkFileNames: 'assets/[hash:7].js', experimentalMinChunkSize: 1_200 } } },
	ssr: { external: ['better-sqlite3', '@node-rs/argon2', 'pg'] },
	optimizeDeps: {
		// The scan reads loaders too, which the browser never gets: what they use is not to be packed for it.
		exclude: ['@node-rs/argon2', 'better-sqlite3', 'drizzle-orm', 'pg', 'pino', 'rate-limiter-flexible'],
		entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/**/routes/**/*.tsx', 'app/**/components/**/*.tsx'],
	},
	server: { watch: { ignored: ['**/data/**', '**/.cache/**'] } },
});
