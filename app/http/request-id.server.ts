import { AsyncLocalStorage } from 'node:async_hooks';

interface HttpRequest {
	readonly id: string;
}

// One storage per process: the server bundle sets the id, the routes' bundle reads it.
const house = globalThis as typeof globalThis & { __distriktRequest?: AsyncLocalStorage<HttpRequest> };
house.__distriktRequest ??= new AsyncLocalStorage<HttpRequest>();
const storage = house.__distriktRequest;

/** Runs `work` under this request's id. */
export const withRequestId = <T>(id: string, work: () => T): T => storage.run({ id }, work);

/** The id of the request being answered; undefined outside one. */
export const currentRequestId = (): string | undefined => storage.getStore()?.id;

/** The HTTP request being answered, as a key for what is worked out once for all its loaders; undefined outside one. */
export const inRequest = (): object | undefined => storage.getStore();
