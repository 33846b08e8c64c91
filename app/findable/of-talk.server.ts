import { dialogues } from '#db/schema/index.ts';

/** Of the talk that stands behind it, joined: what `audienceIn` asks. */
export const TALK = { confidentiality: dialogues.confidentiality, isLandownerOnly: dialogues.isLandownerOnly, talkUnitId: dialogues.unitId };
