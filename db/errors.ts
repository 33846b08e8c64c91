/** Another process held the write lock for too long; answered with 503 and Retry-After. */
export class DatabaseBusyError extends Error {
	override name = 'DatabaseBusyError';
	constructor() {
		super('The database is busy; try again in a moment');
	}
}
