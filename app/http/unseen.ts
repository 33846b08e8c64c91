// Soft hyphen, blanks without width, marks that turn the direction of reading, fillers, tags: copied along, seen by nobody.
const UNSEEN = /(?!\p{Variation_Selector}|\p{Join_Control})\p{Default_Ignorable_Code_Point}|[\u2800\ufff9-\ufffb]/gu;
/** Joiners, which other scripts are written with, say nothing between Latin letters. */
const JOINERS = /(?<=^|[\p{Script=Latin}\p{N}\p{Z}\p{P}])\p{Join_Control}+/gu;

/** A name without the signs nobody sees: two that look alike are alike, and none is read backwards. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '').replace(JOINERS, '');
