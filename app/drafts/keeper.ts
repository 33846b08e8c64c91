import type { DraftAnswer } from './forms.ts';

/** What the person is told about the text in front of them. */
export type KeepState =
	| { kind: 'idle' }
	| { kind: 'kept' | 'newer'; at: Date }
	| { kind: 'exists' | 'failed' | 'signed_out' | 'too_large' | 'too_many' };

const QUIET_MS = 3_000;
/** Tries after a failure: 3 s, 6 s, 12 s … at most a minute apart. */
const LONGEST_WAIT_MS = 60_000;
/** Browsers let no more than 64 kB outlive its page. */
const LONGEST_FAREWELL = 60_000;

interface Wiring {
	/** Where the draft goes. */
	url: string;
	/** The form's fields as they stand, with where they belong. */
	fields: (told: { seen: string; no: string }) => URLSearchParams;
	tell: (state: KeepState) => void;
	/** When the draft the form opened with was saved. */
	seenAt: Date | null;
}

/** Keeps one form's text on the server while it is typed: three seconds after the last key, at once when the page is left, again when it failed. */
export class DraftKeeper {
	readonly #wiring: Wiring;
	#seenAt: Date | null;
	#typed = 0;
	#kept = 0;
	#no = 0;
	#failures = 0;
	#isPaused = false;
	/** Another tab has a newer draft, or the record is there already: nothing is sent until the person has decided. */
	#isOutdone = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: AbortController | undefined;

	constructor(wiring: Wiring) {
		this.#wiring = wiring;
		this.#seenAt = wiring.seenAt;
	}

	/** Some of the text stands nowhere but in this page. */
	get isUnsaved(): boolean {
		return !this.#isPaused && this.#typed > this.#kept;
	}

	/** The last try to keep it failed, so leaving would lose it. */
	get isFailing(): boolean {
		return this.isUnsaved && (this.#failures > 0 || this.#isOutdone);
	}

	typed(): void {
		this.#typed++;
		if (!this.#isPaused && !this.#isOutdone) this.#wait(this.#failures > 0 ? this.#backOff() : QUIET_MS);
	}

	/** The form itself is on its way: what arrives there needs no draft. */
	pause(): void {
		this.#isPaused = true;
		clearTimeout(this.#timer);
		this.#sending?.abort();
	}

	/** The form came back refused, or never left. */
	resume(): void {
		if (!this.#isPaused) return;
		this.#isPaused = false;
		this.typed();
	}

	/** This text counts, whatever another tab has kept. */
	overrule(at: Date): void {
		this.#seenAt = at;
		this.#isOutdone = false;
		void this.save();
	}

	/** The form is gone from the page: what was sent last may still arrive. */
	stop(): void {
		this.#isPaused = true;
		clearTimeout(this.#timer);
	}

	/** Sends what is unsaved. When the page is being left the request outlives it. */
	async save({ isLeaving = false } = {}): Promise<void> {
		if (!this.isUnsaved || this.#isOutdone || (this.#sending && !isLeaving)) return;
		clearTimeout(this.#timer);
		const upTo = this.#typed;
		const sending = new AbortController();
		this.#sending = sending;
		const body = this.#wiring.fields({ seen: this.#seenAt ? String(this.#seenAt.getTime()) : '', no: String(++this.#no) });
		try {
			const options = {
				method: 'POST',
				body,
				redirect: 'manual',
				keepalive: isLeaving && body.toString().length < LONGEST_FAREWELL,
				signal: sending.signal,
			} as const;
			await this.#heard(await fetch(this.#wiring.url, options), upTo);
		} catch {
			if (!sending.signal.aborted) this.#failed('failed');
		} finally {
			if (this.#sending === sending) this.#sending = undefined;
		}
		if (this.isUnsaved && !this.#isOutdone && this.#failures === 0) this.#wait(QUIET_MS);
	}

	async #heard(response: Response, upTo: number): Promise<void> {
		// The sign-in page instead of an answer: the sign-in has ended.
		if (response.type === 'opaqueredirect') return this.#failed('signed_out');
		const answer: DraftAnswer | null = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
		if (answer?.state === 'kept') {
			this.#failures = 0;
			this.#kept = Math.max(this.#kept, upTo);
			this.#seenAt = new Date(answer.at);
			this.#wiring.tell({ kind: 'kept', at: this.#seenAt });
		} else if (answer?.state === 'newer') {
			this.#isOutdone = true;
			this.#wiring.tell({ kind: 'newer', at: new Date(answer.at) });
		} else if (answer?.state === 'saved') {
			// The save this one was overtaken by is now seen: what still stands here is said again.
			this.#seenAt = new Date(answer.at);
		} else if (answer?.state === 'exists') {
			this.#isOutdone = true;
			this.#wiring.tell({ kind: 'exists' });
		} else {
			this.#failed(answer?.state ?? 'failed');
		}
	}

	#failed(kind: 'failed' | 'signed_out' | 'too_large' | 'too_many'): void {
		this.#failures++;
		this.#wiring.tell({ kind });
		this.#wait(this.#backOff());
	}

	#backOff(): number {
		return Math.min(LONGEST_WAIT_MS, QUIET_MS * 2 ** (this.#failures - 1));
	}

	#wait(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), ms);
	}
}
