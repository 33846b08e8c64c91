import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file and what it imports, as project paths ("app/ui/button.tsx"); packages by their own name. */
export interface SourceFile {
	path: string;
	text: string;
	lines: number;
	imports: string[];
	/** Imports of types only: they vanish at build time, so direction counts but bundles do not. */
	typeOnly: Set<string>;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every TypeScript file below these folders, generated ones left out. */
export function sourcesOf(...folders: string[]): SourceFile[] {
	return folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((name) => join(folder, name))
			.filter((path) => /\.tsx?$/.test(path) && !path.includes('paraglide') && !path.includes('migrations'))
			.map(read),
	);
}

function read(path: string): SourceFile {
	const text = readFileSync(path, 'utf8');
	const typeOnly = new Set<string>();
	const imports = [...text.matchAll(IMPORT)].map(([, type, from, lazy]) => {
		const target = resolve(path, from ?? lazy ?? '');
		if (type) typeOnly.add(target);
		return target;
	});
	return { path, text, lines: text.split('\n').length, imports, typeOnly };
}

function resolve(from: string, target: string): string {
	if (target.startsWith('#')) return target.slice(1);
	return target.startsWith('.') ? normalize(join(dirname(from), target)) : target;
}
