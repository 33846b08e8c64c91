import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { getLocale } from '#app/i18n/paraglide/runtime.js';
import { Mark } from '#app/ui/mark.tsx';
import type { Language } from '#db/vocabulary.ts';

const LANGUAGE_NAMES: ReadonlyArray<{ language: Language; name: string }> = [
	{ language: 'da', name: 'Dansk' },
	{ language: 'en', name: 'English' },
];

/** The calm page before the door: sign-in, invitation, first run. `foot` stands under the sheet. */
export function AuthLayout({ title, lead, children, foot }: { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode }) {
	return (
		<main data-unmarked className="relative isolate flex min-h-dvh flex-col items-center overflow-clip px-4 pt-[max(2rem,12vh)] pb-8">
			<Parcels />
			<div className="w-full max-w-sm">
				<div className="mb-6 flex items-center gap-3">
					<Mark size={36} />
					<div>
						<p className="font-semibold text-xl leading-tight tracking-tight">{m.shell_product()}</p>
						<p className="text-muted text-sm">{m.shell_tagline()}</p>
					</div>
				</div>
				<div className="rounded-xl border border-line bg-surface p-5 shadow-card sm:p-7">
					<h1 className="text-xl">{title}</h1>
					{lead && <p className="mt-1 text-pretty text-muted">{lead}</p>}
					<div className="mt-5">{children}</div>
				</div>
				{foot && <div className="mt-4">{foot}</div>}
				<LanguageLinks />
			</div>
		</main>
	);
}

/** A town seen from above, barely: parcels along two roads. */
function Parcels() {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 1200 800"
			preserveAspectRatio="xMidYMid slice"
			fill="none"
			className="absolute inset-0 -z-10 hidden size-full stroke-line mask-[linear-gradient(90deg,#000_12%,transparent_33%,transparent_67%,#000_88%)] md:block"
			strokeWidth="1.5"
		>
			<path d="M-20 610 340 560 720 640 1220 520M-20 634 340 584 720 664 1220 544M250-20 300 200 230 566M276-20 326 200 256 568M905-20 870 190 940 588M931-20 896 190 966 582" />
			<path d="M-20 180 294 172M-20 390 262 400M110-20 96 176 130 395 108 596M320 172 590 120 880 165M312 290 610 330 912 300M590-20 590 120 610 330 560 606M460 146 440 310 420 574M745 143 765 314 780 626" />
			<path d="M898 205 1220 160M925 370 1220 350M1060-20 1075 180 1050 360 1090 552M150 612 190 820M420 603 400 820M640 647 600 820M860 630 900 820M1050 585 1090 820" />
			<path d="m96 176 198-4 6 28-38 200-132-5Z" className="fill-accent-soft/60" />
		</svg>
	);
}

function LanguageLinks() {
	const { search } = useLocation();
	return (
		<nav aria-label={m.shell_language()} className="mt-4 flex justify-center gap-1">
			{LANGUAGE_NAMES.map(({ language, name }) => {
				const params = new URLSearchParams(search);
				params.set('language', language);
				const isChosen = language === getLocale();
				return (
					<a
						key={language}
						href={`?${params}`}
						lang={language}
						hrefLang={language}
						aria-current={isChosen ? 'true' : undefined}
						className={`inline-flex min-h-11 items-center rounded-md px-3 text-sm md:min-h-8 ${isChosen ? 'font-medium text-text' : 'text-muted underline underline-offset-2 hover:text-text'}`}
					>
						{name}
					</a>
				);
			})}
		</nav>
	);
}
