// Builds everything `npm start` runs: Remix's two bundles and the texts in them, one bundle per Node entry, packed assets.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { entries } from './entries.js';
import { bin, ensureTexts, fromRoot, run } from './processes.js';
import { STAMP_FILE, sourceStamp } from './stamps.js';

const stamp = sourceStamp();
rmSync(fromRoot('build'), { recursive: true, force: true });
ensureTexts();
run(bin('remix'), ['vite:build'], { NODE_ENV: 'production' });
await bundleNodeEntries();
packAssets();
writeFileSync(fromRoot(STAMP_FILE), stamp);

/** Server and commands as plain modules, so that an installation without development packages runs them too. */
async function bundleNodeEntries() {
	const present = Object.entries({ serve: 'app/serve/main.server.ts', ...entries }).filter(([, source]) => existsSync(fromRoot(source)));
	await build({
		absWorkingDir: fromRoot('.'),
		entryPoints: Object.fromEntries(present),
		outdir: 'build/node',
		bundle: true,
		splitting: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		// Ours, not packages: `#app/…` would otherwise stay in the bundle and point at the sources.
		plugins: [{ name: 'own-imports', setup: resolveOwnImports }],
		sourcemap: true,
		logLevel: 'warning',
	});
}

function resolveOwnImports({ onResolve }) {
	onResolve({ filter: /^#app\/i18n\/paraglide\// }, ({ path }) => ({ path: path.replace('#app/i18n/paraglide', fromRoot('.cache/texts')) }));
	onResolve({ filter: /^#(app|db)\// }, ({ path }) => ({ path: fromRoot(path.slice(1)) }));
}

/** Hashed assets never change: packed once here as tightly as it goes, served as they are. */
function packAssets() {
	const folder = fromRoot('build/client/assets');
	for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
		const content = readFileSync(`${folder}/${name}`);
		writeFileSync(`${folder}/${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
		writeFileSync(`${folder}/${name}.gz`, gzipSync(content, { level: 9 }));
	}
}
