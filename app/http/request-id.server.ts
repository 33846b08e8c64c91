import { AsyncLocalStorage } from 'node:async_hooks';

// One storage per process: the server bundle sets the id, the routes' bundle reads it.
const house = globalThis as typeof globalThis & { __distriktRequest?: AsyncLocalStorage<string> };
house.__distriktRequest ??= new AsyncLocalStorage<string>();
const storage = house.__distriktRequest;

/** Runs `work` under this request's id. */
export const withRequestId = <T>(id: string, work: () => T): T => storage.run(id, work);

/** The id of the request being answered; undefined outside one. */
export const currentRequestId = (): string | undefined => storage.getStore();
