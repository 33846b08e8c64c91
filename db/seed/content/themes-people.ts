import type { Theme } from './theme.ts';

/** Apprentices, recruitment, skills, social commitment. */
export const PEOPLE_THEMES: readonly Theme[] = [
	{
		topics: ['apprentices', 'recruitment'],
		weight: 9,
		isAboutPeople: true,
		remarks: [
			{
				text: 'Vil gerne have {få} {elever} fra {måned}. Har haft svært ved at få ansøgninger fra nogen, der både møder til tiden og er gode til folk. {Kontakt} tager gerne imod en i praktik først, så begge parter kan se hinanden an.',
				tasks: ['Ring om {elever}', 'Aftal praktikforløb inden læreplads'],
				promises: ['Finde {få} kandidater inden {måned}'],
				from: 6,
			},
			{
				text: 'Er godkendt som lærested, men har ikke haft {elever} i to år, fordi den svend, der tog sig af dem, gik på pension. Nu er der en ny, som gerne vil. Mangler hjælp til papirerne og til at finde den første.',
				tasks: ['Send skema til lærestedet', 'Ring om {elever}'],
				promises: ['Hjælpe med papirerne til læreplads'],
				kinds: ['industry', 'town'],
				from: 4,
			},
			{
				text: '{Kontakt} viste rundt {sted}. De har én lærling i dag og plads til en mere. Fortæller, at de unge, der kommer i erhvervspraktik i 8. og 9. klasse, ofte søger læreplads senere.',
				tasks: ['Spørg skolerne om erhvervspraktik i {måned}', 'Ring om {elever}'],
				promises: ['Sætte dem på skolernes liste over praktiksteder'],
				from: 6,
				isOnSite: true,
			},
			{
				text: 'Talte om {elever}. Vil helst have nogen, der bor i nærheden, så de kan møde tidligt. Er åbne for voksenlærlinge og for en, der har brug for lidt længere tid.',
				tasks: ['Ring om {elever}', 'Send oversigt over tilskud til voksenlærlinge'],
				promises: ['Sende reglerne for voksenlærlinge'],
				from: 6,
			},
			{
				text: 'Har netop skrevet kontrakt med {få} {elever} og er meget tilfredse med hjælpen fra skolen. {Kontakt} stiller gerne op og fortæller andre virksomheder, hvordan de gør.',
				tasks: ['Inviter til oplæg om læreforhold', 'Hør, hvordan de første uger er gået'],
				promises: ['Skrive programmet for oplægget'],
				from: 12,
			},
			{
				text: 'Den lærling, vi fandt i {sidstemåned}, er faldet godt til. Møder hver dag og spørger, når noget er uklart. De vil gerne have en til, når den første er halvvejs.',
				tasks: ['Følg op på lærlingen', 'Ring igen om lærling nummer to'],
				promises: ['Komme forbi og hilse på lærlingen'],
				from: 5,
			},
			{
				text: 'Siger nej til {elever} i år: for få opgaver på {varer}. Vil gerne spørges igen efter {måned}. Tager fortsat imod elever i erhvervspraktik.',
				tasks: ['Spørg igen om {elever}'],
				promises: [],
				from: 5,
			},
		],
		assessments: [
			'Mener det alvorligt, men har ikke tid til at lede selv. Kommer vi med to gode kandidater, tager de dem.',
			'God mentor på stedet. Egnet til en ung, der har brug for struktur.',
			'Sprogbruget i frokoststuen er hårdt. Forbered den unge på det.',
		],
	},
	{
		topics: ['recruitment', 'skills'],
		weight: 9,
		isAboutPeople: true,
		remarks: [
			{
				text: 'Mangler {få} {fag} og har gjort det siden {sidsteårstid}. Har prøvet to opslag og et vikarbureau. Siger nej til opgaver på {varer}, fordi holdet er for lille.',
				tasks: ['Send profiler på {fag}', 'Aftal møde med rekrutteringsteamet'],
				promises: ['Sende {få} profiler på {fag}'],
				from: 8,
			},
			{
				text: '{Kontakt} leder efter {fag}. Løn er ikke problemet, det er transporten: der går ingen bus, når morgenholdet møder. Ville gerne dele en minibus med naboerne på {gade}.',
				tasks: ['Spørg naboerne om fælles minibus', 'Send profiler på {fag}'],
				promises: ['Undersøge fælles transport på {gade}'],
				kinds: ['industry'],
				from: 15,
			},
			{
				text: 'Har ansat tre {fag} siden sidst, den ene gennem vores jobmesse. Næste flaskehals er en arbejdsleder, som kan tage ansvar {sted}.',
				tasks: ['Ring om arbejdslederen', 'Inviter til næste jobmesse'],
				promises: ['Holde en stand til dem på jobmessen'],
				from: 18,
			},
			{
				text: 'Går stille for tiden, ingen nyansættelser før {årstid}. De holder på folkene og bruger tiden på oplæring. Vil gerne høre om kurser, der kan tages på få dage.',
				tasks: ['Send oversigt over korte kurser', 'Ring igen i {måned}'],
				promises: ['Sende kursuslisten'],
				from: 8,
			},
			{
				text: 'Ordrebogen er fuld, især på {varer}. Kan ansætte {få} med det samme. Vil selv lære folk op, hvis de har gåpåmod.',
				tasks: ['Send profiler på {fag}', 'Ring og hør, om stillingerne er besat'],
				promises: ['Ringe med navne inden en uge'],
				from: 10,
			},
			{
				text: 'Gennemgik stillingsopslaget sammen. Der stod krav, som ingen af de nuværende medarbejdere opfylder. {Kontakt} lo og stregede halvdelen.',
				tasks: ['Hjælp med nyt opslag på {fag}', 'Ring og hør, hvor mange der søgte'],
				promises: ['Læse det nye opslag igennem'],
				from: 8,
			},
			{
				text: 'Fik syv ansøgere på det opslag, vi hjalp med i {sidstemåned}; før fik de to. To er ansat. {Kontakt} har sagt det videre til de andre på {gade}.',
				tasks: ['Følg op på de to nyansatte', 'Ring til naboerne på {gade}'],
				promises: [],
				from: 10,
			},
			{
				text: 'Søger en til deltid, 15 timer, helst eftermiddage. Kunne være en, der er på vej tilbage på arbejdsmarkedet. Opgaverne kan skæres til.',
				tasks: ['Find kandidat til 15 timer', 'Ring om deltidsstillingen'],
				promises: ['Komme med forslag til kandidat'],
				from: 3,
			},
			{
				text: 'Kan ikke få {fag} i weekenden og har lukket om søndagen. Vil gerne prøve med unge under uddannelse, hvis nogen kan lære dem op.',
				tasks: ['Spørg ungeindsatsen om fritidsjob', 'Ring om weekendvagter'],
				promises: ['Sætte op på fritidsjobbørsen'],
				kinds: ['town'],
				from: 4,
			},
		],
		assessments: [
			'Høj udskiftning. Spørg ind til arbejdsmiljøet næste gang, før vi sender flere.',
			'Attraktiv arbejdsplads; skal have førsteret på de gode profiler.',
			'Lover mere, end de kan holde. Få det på skrift.',
		],
	},
	{
		topics: ['social_commitment', 'apprentices'],
		weight: 5,
		isAboutPeople: true,
		remarks: [
			{
				text: 'Vil gerne tage ansvar lokalt. Har i dag {få} i småjob {sted} og ser gerne en mere. Vigtigt for dem, at der er én fast kontaktperson hos os, de kan ringe til.',
				tasks: ['Aftal opstart for småjob', 'Besøg med ny kandidat'],
				promises: ['Være fast kontaktperson og ringe hver anden uge'],
				from: 15,
			},
			{
				text: 'Har haft en praktikant i otte uger. Det gik godt, og de overvejer ordinære timer fra {måned}. {Kontakt} roser, at vi fulgte op undervejs.',
				tasks: ['Ring om ordinære timer', 'Evaluer forløbet med {kontakt}'],
				promises: ['Regne på timer og løn sammen med dem'],
				from: 5,
			},
			{
				text: 'Sidste forløb blev afbrudt efter tre uger. Vi talte åbent om hvorfor: for mange opgaver på én gang og ingen makker. De prøver gerne igen med en mindre opgave.',
				tasks: ['Beskriv en mindre opgave sammen med {kontakt}', 'Ring om nyt forløb'],
				promises: ['Finde en makkerordning til næste forløb'],
				from: 8,
			},
			{
				text: 'Kan tilbyde opgaver, der ikke kræver uddannelse: pakning, oprydning og modtagelse af varer. Bedst fra kl. 9. Der er en rolig kollega, som har prøvet det før.',
				tasks: ['Besøg med ny kandidat', 'Skriv opgaverne ned'],
				promises: ['Foreslå en kandidat inden {måned}'],
				kinds: ['industry', 'town'],
				from: 5,
			},
			{
				text: 'Vil have praktikanter ind på kontoret: arkiv, bookning og lidt regneark. Opgaverne er der hver uge, men ingen har sat dem sammen til en stilling.',
				tasks: ['Beskriv opgaverne sammen med {kontakt}', 'Besøg med ny kandidat'],
				promises: ['Skrive et udkast til opgavebeskrivelse'],
				kinds: ['office'],
				from: 8,
			},
		],
		assessments: [
			'God kultur på stedet. Pas på ikke at overbelaste det.',
			'Viljen er stor, rammerne mindre gode. Kun til kandidater, der er selvkørende.',
		],
	},
	{
		topics: ['skills', 'network'],
		weight: 5,
		isAboutPeople: true,
		remarks: [
			{
				text: 'Flere medarbejdere skal have truckcertifikat, men holdene i nærheden er fyldt til {årstid}. Tre virksomheder på {gade} har samme behov og vil gerne være fælles om et hold.',
				tasks: ['Undersøg fælles truckhold i {område}', 'Ring til de tre på {gade}'],
				promises: ['Vende tilbage med pris og datoer for holdet'],
				kinds: ['industry'],
				from: 8,
			},
			{
				text: '{Kontakt} efterlyser dansk på arbejdspladsen: {få} dygtige folk, som har svært ved at læse instruktionerne. Helst to timer om ugen {sted}.',
				tasks: ['Sæt i forbindelse med sprogskole', 'Ring om dansk på arbejdspladsen'],
				promises: ['Finde en sproglærer, der kan komme ud'],
				from: 12,
			},
			{
				text: 'Vil digitalisere ordrestyringen og har brug for, at de ældre {fag} kan følge med. Talte om korte kurser og mulighed for tilskud.',
				tasks: ['Send oversigt over korte kurser', 'Undersøg tilskud til digitalisering'],
				promises: ['Sende link til tilskudspuljen'],
				from: 10,
			},
			{
				text: 'De skal i gang med robot i produktionen. Ingen hos dem har programmeret en før. Kender ikke mulighederne på AMU.',
				tasks: ['Send AMU-kurser om robotter', 'Sæt i kontakt med en nabo, der har gjort det'],
				promises: ['Arrangere besøg hos en, der er i gang'],
				kinds: ['industry'],
				from: 12,
			},
			{
				text: 'Har brug for, at medarbejderne lærer at bruge de nye digitale værktøjer, uden at alle skal på kursus samtidig. {Kontakt} spørger, hvad andre i {område} gør.',
				tasks: ['Spørg netværket om erfaringer', 'Send oversigt over korte kurser'],
				promises: ['Samle erfaringer fra to naboer'],
				kinds: ['office', 'town'],
				from: 6,
			},
		],
	},
	{
		topics: ['recruitment'],
		weight: 1,
		isAboutPeople: true,
		isDelicate: true,
		remarks: [
			{
				text: 'Må skære ned med {få} stillinger, fordi en kunde er faldet fra. Ikke meldt ud endnu. Vil gerne have os med fra dag ét, så folk hurtigt kommer videre.',
				tasks: ['Aftal informationsmøde for medarbejderne', 'Find virksomheder, der søger {fag}'],
				promises: ['Stå klar med et hold på dagen'],
				from: 25,
			},
			{
				text: 'Overvejer at flytte én funktion til en anden landsdel. {Kontakt} ringede, for at vi hørte det fra dem. Medarbejderne får besked i {måned}.',
				tasks: ['Ring før udmeldingen', 'Find virksomheder, der søger {fag}'],
				promises: ['Stå klar med et hold på dagen'],
				from: 40,
			},
		],
		assessments: ['Flere naboer søger netop de profiler. Vi kan hjælpe de fleste videre.'],
	},
];

/** What firms say that stand in the register with a warning. */
export const DISTRESS_THEME: Theme = {
	topics: ['recruitment', 'premises'],
	weight: 1,
	isDelicate: true,
	remarks: [
		{
			text: 'Er kommet i vanskeligheder, efter at to store kunder betalte for sent. {Kontakt} vil hellere sige det selv, end at vi læser det. Lønnen er betalt denne måned.',
			tasks: ['Ring om {få} uger', 'Send kontakt til krisehjælp for virksomheder'],
			promises: ['Formidle kontakt til gratis rådgivning'],
		},
		{
			text: 'Talte om medarbejderne, hvis det ender med lukning. {Hoveder} personer, de fleste {fag}. Vil have os ind, så snart kurator siger til.',
			tasks: ['Find virksomheder, der søger {fag}', 'Ring til kurator'],
			promises: ['Stå klar med et hold på dagen'],
		},
		{
			text: 'Lejemålet på {gade} bliver muligvis ledigt. {Kontakt} beder om, at vi venter med at nævne det for andre.',
			tasks: ['Hør igen om lejemålet'],
			promises: ['Vente med at nævne lokalet for andre'],
		},
	],
	assessments: ['Medarbejderne er eftertragtede. Det bør kunne lykkes for de fleste.'],
};
