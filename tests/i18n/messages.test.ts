import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permissions } from '#app/admin/permissions.server.ts';
import { sourcesOf } from '../source.ts';

const read = (language: 'da' | 'en'): Record<string, unknown> =>
	Object.assign(
		{},
		...readdirSync(`app/i18n/messages/${language}`).map((file) => JSON.parse(readFileSync(`app/i18n/messages/${language}/${file}`, 'utf8'))),
	);

const danish = read('da');
const english = read('en');
const placeholders = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
const sources = sourcesOf('app').filter(({ path }) => !path.startsWith('app/i18n/'));

describe('the texts', () => {
	it('exist in Danish and in English', () => {
		expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort());
	});

	it('name the same placeholders in both languages', () => {
		const differing = Object.keys(danish).filter((key) => placeholders(danish[key]).join() !== placeholders(english[key]).join());
		expect(differing).toEqual([]);
	});

	it('are all used', () => {
		const used = new Set(sources.flatMap(({ text }) => text.match(/\bm\.(\w+)/g)?.map((call) => call.slice(2)) ?? []));
		for (const { key } of permissions()) used.add(key);
		expect(Object.keys(danish).filter((key) => !used.has(key))).toEqual([]);
	});

	it('are never written into a component by hand', () => {
		const handwritten = sources
			.filter(({ path }) => path.endsWith('.tsx'))
			.flatMap(({ path, text }) =>
				[
					...text.matchAll(/>\s*([A-ZÆØÅ][\p{L}]+(?: [\p{L}]+)*[.!?]?)\s*<\//gu),
					...text.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]*\p{L}{3}[^"]*)"/gu),
				].map(([, found]) => `${path}: "${found}"`),
			);
		expect(handwritten).toEqual([]);
	});
});
