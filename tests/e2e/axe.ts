import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

// axe as it runs in a page. Its driver for Playwright puts the script in anew for each look and brings every passed
// check out again: four times the work for the same faults.
const driver = createRequire(import.meta.url).resolve('@axe-core/playwright');
const { source } = createRequire(driver)('axe-core') as { source: string };

interface Look {
	/** Groups of rules, or single ones; left out, all of axe's. */
	tags?: string[];
	rules?: string[];
	/** A part of the page. */
	within?: string;
}

type Axe = { run(context: Document | string, options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ target: unknown[] }> }> }> };

/** What axe finds wrong with the page as it stands: the rule, and where. */
export async function violationsOf(page: Page, { tags, rules, within }: Look = {}): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const only = (tags && { runOnly: { type: 'tag', values: tags } }) ?? (rules && { runOnly: { type: 'rule', values: rules } });
	return page.evaluate(
		async ([part, options]) => {
			const { axe } = window as unknown as { axe: Axe };
			const { violations } = await axe.run(part ?? document, options);
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
		},
		[within, { ...only, resultTypes: ['violations'] }] as const,
	);
}
