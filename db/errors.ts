/** Another process held the write lock for too long; answered with 503 and Retry-After. */
export class DatabaseBusyError extends Error {
	override name = 'DatabaseBusyError';
	constructor() {
		super('The database is busy; try again in a moment');
	}
}

/** The database is there in no state to be used, or not there though it was: told of at the start, which goes no further. */
export class DatabaseFault extends Error {
	override name = 'DatabaseFault';
	constructor(path: string, what: string, advice: string) {
		super(`The database ${path} ${what}. ${advice}`);
	}
}
