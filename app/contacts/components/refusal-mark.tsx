import { m } from '#app/i18n/paraglide/messages.js';
import { Badge } from '#app/ui/badge.tsx';
import type { ConsentChannel } from '#db/vocabulary.ts';
import { consentChannelLabel } from '../labels.ts';

/** Beside a way to reach somebody who said no to being reached that way; the person's page says to what. */
export function RefusalMark({ channel, refuses }: { channel: ConsentChannel; refuses: readonly ConsentChannel[] }) {
	if (!refuses.includes(channel)) return null;
	return (
		<Badge tone="warning" title={m.contacts_refuses_title({ channel: consentChannelLabel(channel).toLowerCase() })}>
			{m.contacts_refuses({ channel: consentChannelLabel(channel).toLowerCase() })}
		</Badge>
	);
}
