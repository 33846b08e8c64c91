import { data } from '@remix-run/react';

/** Error codes the error page words; see `shell_error_*` in the messages. */
export type ErrorCode = 'not_found' | 'forbidden' | 'bad_request' | 'method_not_allowed' | 'too_large' | 'too_many' | 'busy';

/** Not there, or not for this viewer: the polite no says the same for both. */
export const notFound = () => data({ code: 'not_found' satisfies ErrorCode }, { status: 404 });
/** The viewer's roles do not allow this page or deed. */
export const forbidden = () => data({ code: 'forbidden' satisfies ErrorCode }, { status: 403 });
export const badRequest = () => data({ code: 'bad_request' satisfies ErrorCode }, { status: 400 });
/** True when a command refused what no form of ours sends with `badRequest`. */
export const isBadRequest = (thrown: unknown): boolean =>
	typeof thrown === 'object' && thrown !== null && 'data' in thrown && JSON.stringify(thrown.data) === JSON.stringify(badRequest().data);
/** True when what was asked for is not there (any more), or not for this viewer. */
export const isNotFound = (thrown: unknown): boolean =>
	typeof thrown === 'object' && thrown !== null && 'data' in thrown && JSON.stringify(thrown.data) === JSON.stringify(notFound().data);
export const methodNotAllowed = () => data({ code: 'method_not_allowed' satisfies ErrorCode }, { status: 405 });
