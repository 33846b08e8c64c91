import { DatabaseBusyError } from './errors.ts';

interface Waiting {
	begin(): void;
	giveUp: NodeJS.Timeout | undefined;
}

/** Who writes next: one at a time, in order of arrival. Times are `performance.now()`. */
export function turns() {
	let isTaken = false;
	const waiting: Waiting[] = [];
	return {
		isFree: () => !isTaken,
		/** Resolves when it is the caller's turn, which lasts until `pass()`. Who still waits at `until` is told so, however long the line. */
		take(until: number): Promise<void> {
			if (!isTaken) {
				isTaken = true;
				return Promise.resolve();
			}
			return new Promise((begin, refuse) => {
				const leave = () => {
					waiting.splice(waiting.indexOf(mine), 1);
					refuse(new DatabaseBusyError());
				};
				const mine: Waiting = {
					begin,
					giveUp: until === Number.POSITIVE_INFINITY ? undefined : setTimeout(leave, Math.max(0, until - performance.now())),
				};
				waiting.push(mine);
			});
		},
		pass() {
			const next = waiting.shift();
			if (!next) isTaken = false;
			else {
				clearTimeout(next.giveUp);
				next.begin();
			}
		},
	};
}
