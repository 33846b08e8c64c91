// The council programme "Det vil vi med Glostrup" in short words of our own: 8 challenges, 15 goals, and the
// topics of talks that answer to them. First content of an installation; edited as data afterwards.

export const CHALLENGES = [
	{
		no: 1,
		nameDa: 'Omdannelse og videntunge virksomheder',
		nameEn: 'Redevelopment and knowledge-intensive firms',
		textDa:
			'Vække grundejernes interesse for at omdanne erhvervsområderne, turde gøre områderne forskellige og give plads til videntunge virksomheder i den tætte by.',
		textEn:
			'Awaken landowners to redevelop the business districts, dare to make districts differ, and make room for knowledge-intensive firms in the dense town.',
	},
	{
		no: 2,
		nameDa: 'Uddannelse og match',
		nameEn: 'Education and match',
		textDa: 'Unge tager kortere uddannelser, mens nye virksomheder efterspørger specialisering: der mangler et godt match.',
		textEn: 'The young take shorter educations while new firms ask for specialists: the match is poor.',
	},
	{
		no: 3,
		nameDa: 'Dialog med virksomhederne',
		nameEn: 'Dialogue with firms',
		textDa: 'Dialogen med virksomhederne skal styrkes, både om områdernes omdannelse og om arbejdskraft.',
		textEn: 'Dialogue with firms must grow stronger, about redevelopment of the districts and about labour.',
	},
	{
		no: 4,
		nameDa: 'Imødekommende by',
		nameEn: 'A welcoming town',
		textDa: 'Grønne træk, mindre støj og færre barrierer, god kollektiv trafik.',
		textEn: 'Green features, less noise and fewer barriers, good public transport.',
	},
	{
		no: 5,
		nameDa: 'Borgerinddragelse',
		nameEn: 'Citizen involvement',
		textDa: 'Inddrage borgerne og give plads til frivillige og uplanlagte aktiviteter.',
		textEn: 'Involve citizens and leave room for volunteers and unplanned activity.',
	},
	{
		no: 6,
		nameDa: 'Befolkningens sammensætning',
		nameEn: 'Demography',
		textDa: 'Flere ældre og mange små boliger.',
		textEn: 'More elderly people and many small flats.',
	},
	{ no: 7, nameDa: 'Fællesskab', nameEn: 'Community', textDa: 'Fællesskab og lokalt tilhørsforhold.', textEn: 'Community and local belonging.' },
	{
		no: 8,
		nameDa: 'Sunde rammer',
		nameEn: 'Healthy surroundings',
		textDa: 'Fysiske og sociale rammer for et sundt liv.',
		textEn: 'Physical and social settings for a healthy life.',
	},
];

export const GOALS = [
	{ no: 1, nameDa: 'Sundhed', nameEn: 'Health', textDa: 'Flere lever et sundt liv.', textEn: 'More people lead healthy lives.' },
	{
		no: 2,
		nameDa: 'Lige muligheder for børn',
		nameEn: 'Equal chances for children',
		textDa: 'Børn og unge har lige muligheder.',
		textEn: 'Children and young people have equal chances.',
	},
	{
		no: 3,
		nameDa: 'Uddannelse og job',
		nameEn: 'Education and jobs',
		textDa: 'Flere får en kompetencegivende uddannelse, og jobskabelsen øges, fx gennem praktik i lokale virksomheder.',
		textEn: 'More people gain a qualifying education and more jobs come about, for instance through internships in local firms.',
	},
	{ no: 4, nameDa: 'Tilhørsforhold', nameEn: 'Belonging', textDa: 'Borgerne føler sig hjemme i byen.', textEn: 'People feel at home in the town.' },
	{
		no: 5,
		nameDa: 'Frivillige og netværk',
		nameEn: 'Volunteers and networks',
		textDa: 'Stærke netværk og flere frivillige.',
		textEn: 'Strong networks and more volunteers.',
	},
	{
		no: 6,
		nameDa: 'Nærdemokrati',
		nameEn: 'Local democracy',
		textDa: 'Flere deltager i beslutninger om deres by.',
		textEn: 'More people take part in decisions about their town.',
	},
	{ no: 7, nameDa: 'Lokalt ejerskab', nameEn: 'Local ownership', textDa: 'Projekter har lokalt ejerskab.', textEn: 'Projects are owned locally.' },
	{ no: 8, nameDa: 'Kultur', nameEn: 'Culture', textDa: 'Et levende kulturliv.', textEn: 'A lively cultural life.' },
	{
		no: 9,
		nameDa: 'Parker og klima',
		nameEn: 'Parks and climate',
		textDa: 'Grønne parker og hensyn til klimaet.',
		textEn: 'Green parks and care for the climate.',
	},
	{ no: 10, nameDa: 'Byliv', nameEn: 'Urban life', textDa: 'Mere liv i byens rum.', textEn: 'More life in the public spaces.' },
	{
		no: 11,
		nameDa: 'Trafik og støj',
		nameEn: 'Traffic and noise',
		textDa: 'Mindre gene fra trafik og støj.',
		textEn: 'Less nuisance from traffic and noise.',
	},
	{
		no: 12,
		nameDa: 'Tilgængelighed og trafiksikkerhed',
		nameEn: 'Access and road safety',
		textDa: 'Alle kommer sikkert frem.',
		textEn: 'Everybody gets around safely.',
	},
	{
		no: 13,
		nameDa: 'Kollektiv trafik og cykling',
		nameEn: 'Public transport and cycling',
		textDa: 'Flere tager bus, tog, letbane eller cykel.',
		textEn: 'More people take the bus, train, light rail or bicycle.',
	},
	{
		no: 14,
		nameDa: 'Bymidten som knudepunkt',
		nameEn: 'The centre as a hub',
		textDa: 'Bymidten er et levende knudepunkt.',
		textEn: 'The town centre is a lively hub.',
	},
	{
		no: 15,
		nameDa: 'Klar identitet i erhvervsområderne',
		nameEn: 'Business districts with a clear identity',
		textDa: 'Hvert erhvervsområde har en klar identitet, og flere videntunge virksomheder kommer til gennem målrettet erhvervsudvikling.',
		textEn: 'Each business district has a clear identity, and more knowledge-intensive firms come through targeted business development.',
	},
];

export const TOPICS = [
	{ key: 'apprentices', nameDa: 'Lærlinge og praktik', nameEn: 'Apprentices and internships', challengeNo: 2, goalNos: [3] },
	{ key: 'recruitment', nameDa: 'Rekruttering', nameEn: 'Recruitment', challengeNo: 2, goalNos: [3] },
	{ key: 'skills', nameDa: 'Kompetencer', nameEn: 'Skills', challengeNo: 2, goalNos: [3] },
	{ key: 'premises', nameDa: 'Lokaler og plads', nameEn: 'Premises and space', challengeNo: 1, goalNos: [15] },
	{ key: 'redevelopment', nameDa: 'Omdannelse', nameEn: 'Redevelopment', challengeNo: 1, goalNos: [15] },
	{ key: 'planning', nameDa: 'Lokalplan og byggesag', nameEn: 'Local plan and building case', challengeNo: 1, goalNos: [15] },
	{ key: 'expansion', nameDa: 'Vækst og udvidelse', nameEn: 'Growth and expansion', challengeNo: 1, goalNos: [15] },
	{ key: 'relocation', nameDa: 'Flytning', nameEn: 'Relocation', challengeNo: 1, goalNos: [15] },
	{ key: 'network', nameDa: 'Netværk og samarbejde', nameEn: 'Networks and cooperation', challengeNo: 3, goalNos: [7] },
	{ key: 'identity', nameDa: 'Områdets identitet', nameEn: 'Identity of the district', challengeNo: 1, goalNos: [15] },
	{ key: 'traffic', nameDa: 'Trafik og parkering', nameEn: 'Traffic and parking', challengeNo: 4, goalNos: [11, 13] },
	{ key: 'green', nameDa: 'Grøn omstilling og energi', nameEn: 'Green transition and energy', challengeNo: 4, goalNos: [9] },
	{ key: 'town_life', nameDa: 'Byliv og naboer', nameEn: 'Town life and neighbours', challengeNo: 7, goalNos: [10, 14] },
	{ key: 'social_commitment', nameDa: 'Socialt engagement', nameEn: 'Social commitment', challengeNo: 2, goalNos: [3] },
];
