import { m } from '#app/i18n/paraglide/messages.js';
import { formatArea } from '../area.ts';

/** Square metres by the shares owned; "at least" where a share or an area is not known. */
export function AreaOwned({ properties, landArea, isIncomplete }: { properties: number; landArea: number; isIncomplete: boolean }) {
	if (properties === 0) return <span className="text-muted">–</span>;
	if (!isIncomplete) return formatArea(landArea);
	if (landArea === 0) return <span className="text-muted">{m.landowners_unknown()}</span>;
	return <span title={m.landowners_at_least_why()}>{m.landowners_at_least({ area: formatArea(landArea) })}</span>;
}
