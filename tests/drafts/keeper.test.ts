import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, type KeepState } from '#app/drafts/keeper.ts';

// The browser's half of keeping a draft, with the server's answers in its place.

let answers: object[];
let sent: Array<{ seen: string | null; signal: AbortSignal; keepalive: boolean }>;
let told: KeepState[];

beforeEach(() => {
	vi.useFakeTimers();
	[answers, sent, told] = [[], [], []];
	vi.stubGlobal('fetch', async (_: string, { body, signal, keepalive }: { body: URLSearchParams; signal: AbortSignal; keepalive: boolean }) => {
		sent.push({ seen: body.get('seen'), signal, keepalive });
		return Response.json(answers.shift() ?? { state: 'kept', at: '2026-11-24T12:00:00.000Z' });
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const keeper = (note = 'Talte om') =>
	new DraftKeeper({
		url: '/drafts/dialogue/x',
		seenAt: null,
		tell: (state) => told.push(state),
		fields: (given) => new URLSearchParams({ ...given, note }),
	});
const quiet = () => vi.advanceTimersByTimeAsync(3_000);

describe('a form that keeps what is typed', () => {
	it('says again what a save of its writer’s in another tab overtook, without a word to them', async () => {
		answers = [{ state: 'saved', at: '2026-11-24T11:59:00.000Z' }];
		const own = keeper();
		own.typed();
		await quiet();
		await quiet();
		expect(sent.map(({ seen }) => seen)).toEqual(['', String(Date.parse('2026-11-24T11:59:00.000Z'))]);
		expect(told.map(({ kind }) => kind)).toEqual(['kept']);
		expect(own.isUnsaved).toBe(false);
	});

	it('says once that its record is there already, asks no more, and knows that leaving would lose the text', async () => {
		answers = [{ state: 'exists' }];
		const own = keeper();
		own.typed();
		await quiet();
		own.typed();
		await vi.advanceTimersByTimeAsync(120_000);
		expect([sent.length, told, own.isFailing]).toEqual([1, [{ kind: 'exists' }], true]);
	});

	it('lets what it sends on leaving arrive, and takes back what is on its way when the form is sent', async () => {
		const left = keeper();
		left.typed();
		void left.save({ isLeaving: true });
		left.stop();
		expect(sent[0]?.signal.aborted).toBe(false);
		const submitted = keeper();
		submitted.typed();
		void submitted.save();
		submitted.pause();
		expect(sent[1]?.signal.aborted).toBe(true);
		await vi.runAllTimersAsync();
		expect(sent).toHaveLength(2);
	});

	it('asks the browser to outlive the page only for as much as it may', async () => {
		for (const note of ['kort', 'x'.repeat(70_000)]) {
			const own = keeper(note);
			own.typed();
			await own.save({ isLeaving: true });
		}
		expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, false]);
	});
});
