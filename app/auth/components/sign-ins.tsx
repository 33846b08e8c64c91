import { Form } from '@remix-run/react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';

interface SignIn {
	id: string;
	device: string | null;
	createdAt: Date;
	lastSeenAt: Date;
}

/** Where one is signed in, each with a way to end it from here. */
export function SignIns({ signIns, current }: { signIns: readonly SignIn[]; current: string | null }) {
	return (
		<>
			<RowList label={m.auth_sign_ins()}>
				{signIns.map(({ id, device, createdAt, lastSeenAt }) => {
					const name = device ?? m.auth_device_unknown();
					return (
						<Row
							key={id}
							title={name}
							meta={
								<>
									<span>{m.auth_last_seen({ at: formatMoment(lastSeenAt) })}</span>
									<span>{m.auth_signed_in_at({ at: formatMoment(createdAt) })}</span>
								</>
							}
							trailing={
								id === current ? (
									<Badge tone="accent">{m.auth_this_device()}</Badge>
								) : (
									<Form method="post" action={paths.accountSession(id)}>
										<Button size="sm" aria-label={m.auth_sign_out_there_of({ device: name })}>
											{m.auth_sign_out_there()}
										</Button>
									</Form>
								)
							}
						/>
					);
				})}
			</RowList>
			{signIns.length > 1 && (
				<Form method="post" action={paths.otherSessions()} className="mt-3">
					<Button>{m.auth_sign_out_others()}</Button>
				</Form>
			)}
		</>
	);
}
