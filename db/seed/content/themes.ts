import type { Theme } from './theme.ts';
import { PEOPLE_THEMES } from './themes-people.ts';
import { PLACE_THEMES } from './themes-place.ts';

export const THEMES: readonly Theme[] = [...PEOPLE_THEMES, ...PLACE_THEMES];
