import { isNull, or, type SQL } from 'drizzle-orm';
import { noteReadable } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { issues } from '#db/schema/index.ts';

/**
 * Matters this viewer may read: those raised outside a talk, and those whose talk's note they read. The query joins
 * `dialogues` by `issues.raisedInId`. What is not readable is not there at all: its title says what the note says.
 */
export const issueReadable = (viewer: Viewer): SQL | undefined => or(isNull(issues.raisedInId), noteReadable(viewer));
