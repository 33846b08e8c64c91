import { expect, type Locator, type Page } from '@playwright/test';
import type { Target } from './targets.ts';

// What a task costs a practised hand, by the keystroke-level model (Card, Moran and Newell). Everything but decisions is
// counted from the events the browser hears; waiting is no test's business, so a target leaves the waiting it allows aside.
const SECONDS = { key: 0.28, pointing: 1.1, tap: 0.2, handChange: 0.4, decision: 1.35, scroll: 0.5 };
const ALLOWED_WAITING = 0.3;

/** Counted since the last reset. */
export interface Effort {
	keys: number;
	/** A drag is two. */
	pointings: number;
	taps: number;
	/** From keys to pointer or back; none on a phone, where both are the thumb. */
	handChanges: number;
	/** Gestures, not pixels. */
	scrolls: number;
	decisions: string[];
	seconds: number;
}

type Counted = Omit<Effort, 'decisions' | 'seconds'>;

export interface Hand {
	reset(): Promise<void>;
	taps(): Promise<number>;
	keys(): Promise<number>;
	/**
	 * One decision of the person: a command, a field or a record chosen. A field pressed and then typed into is one;
	 * picking inside a list that has opened is none.
	 */
	decides(what: string): void;
	/** Presses with a finger or the mouse, after as many scroll gestures as it takes to see the place. */
	presses(target: Locator): Promise<void>;
	effort(): Promise<Effort>;
	/** Taps, keys and seconds are all within the target. */
	meets(target: Target): Promise<void>;
}

type Tally = Record<string, number>;

/** Runs in every page: counts across pages of one tab. */
function listen() {
	const [KEYS, MOUSE] = [1, 2];
	const note = (change: (tally: Tally) => void) => {
		const tally: Tally = JSON.parse(sessionStorage.getItem('hand') ?? '{}');
		change(tally);
		sessionStorage.setItem('hand', JSON.stringify(tally));
	};
	const add = (tally: Tally, kind: string) => {
		tally[kind] = (tally[kind] ?? 0) + 1;
	};
	const reachFor = (tally: Tally, device: number) => {
		if (tally.device && tally.device !== device) add(tally, 'handChanges');
		tally.device = device;
	};
	const on = <K extends keyof DocumentEventMap>(kind: K, heard: (event: DocumentEventMap[K]) => void) =>
		document.addEventListener(kind, heard, { capture: true, passive: true });

	const key = () =>
		note((tally) => {
			add(tally, 'keys');
			reachFor(tally, KEYS);
		});
	on('keydown', key);
	// Playwright puts letters beyond its keyboard in without a key going down; for a hand they are keys like the others.
	on('beforeinput', ({ data }) => data && /^[æøåé]$/i.test(data) && key());

	let down = { x: 0, y: 0 };
	on('pointerdown', ({ clientX, clientY, pointerType }) => {
		down = { x: clientX, y: clientY };
		note((tally) => {
			add(tally, 'taps');
			add(tally, 'pointings');
			if (pointerType === 'mouse') reachFor(tally, MOUSE);
		});
	});
	on('pointerup', ({ clientX, clientY }) => Math.hypot(clientX - down.x, clientY - down.y) > 24 && note((tally) => add(tally, 'pointings')));

	const scroll = (device: number | null) =>
		note((tally) => {
			const isNew = Date.now() - (tally.scrolledAt ?? 0) > 120;
			tally.scrolledAt = Date.now();
			if (!isNew) return;
			add(tally, 'scrolls');
			if (device) reachFor(tally, device);
		});
	on('wheel', () => scroll(MOUSE));
	on('touchmove', () => scroll(null));
}

/** Whether a press on the middle of an element would reach it: in the window and under no bar. */
const isReachable = (target: Locator) =>
	target.evaluate((element) => {
		const { x, y, width, height } = element.getBoundingClientRect();
		const hit = document.elementFromPoint(x + width / 2, y + height / 2);
		return hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element);
	});

/** A hand on this page, from the next document on. */
export async function handOn(page: Page, isTouch: boolean): Promise<Hand> {
	await page.addInitScript(listen);
	let decisions: string[] = [];

	async function counted(): Promise<Counted> {
		const tally: Tally = await page.evaluate(() => JSON.parse(sessionStorage.getItem('hand') ?? '{}'));
		const { keys = 0, pointings = 0, taps = 0, handChanges = 0, scrolls = 0 } = tally;
		return { keys, pointings, taps, handChanges: isTouch ? 0 : handChanges, scrolls };
	}

	async function scrollTowards(target: Locator) {
		const height = page.viewportSize()?.height ?? 800;
		const box = await target.boundingBox();
		const isAbove = box !== null && box.y + box.height / 2 < height / 2;
		await page.mouse.move((page.viewportSize()?.width ?? 800) / 2, height / 2);
		await page.mouse.wheel(0, (isAbove ? -0.6 : 0.6) * height);
		// Long enough to come to rest, and to be told from the next gesture.
		await page.waitForTimeout(250);
	}

	async function effort(): Promise<Effort> {
		const count = await counted();
		const { keys, pointings, taps, handChanges, scrolls } = count;
		const seconds =
			SECONDS.key * keys +
			SECONDS.pointing * pointings +
			SECONDS.tap * taps +
			SECONDS.handChange * handChanges +
			SECONDS.decision * decisions.length +
			SECONDS.scroll * scrolls;
		return { ...count, decisions, seconds: Math.round(seconds * 100) / 100 };
	}

	return {
		async reset() {
			decisions = [];
			await page.evaluate(() => sessionStorage.removeItem('hand'));
		},
		taps: async () => (await counted()).taps,
		keys: async () => (await counted()).keys,
		decides: (what) => {
			decisions.push(what);
		},
		async presses(target) {
			await target.waitFor();
			for (let gestures = 0; gestures < 10 && !(await isReachable(target)); gestures += 1) await scrollTowards(target);
			await (isTouch ? target.tap() : target.click());
		},
		effort,
		async meets(target) {
			const spent = await effort();
			const told = JSON.stringify(spent);
			expect(spent.taps, `taps: ${told}`).toBeLessThanOrEqual(target.taps);
			expect(spent.keys, `keys: ${told}`).toBeLessThanOrEqual(target.keys);
			expect(spent.seconds + ALLOWED_WAITING, `seconds: ${told}`).toBeLessThanOrEqual(target.seconds);
		},
	};
}
