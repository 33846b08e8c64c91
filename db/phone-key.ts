const ABROAD = /^00+(?=\d{7,}$)/;
const DANISH = /^45(?=\d{8}$)/;

/**
 * Key by which two spellings of one telephone number meet: digits alone, without the Danish country code; other country
 * codes stay. "+45 43 12 34 56", "0045-43123456", "tlf. 4312 3456 lok. 7" → "43123456"; "+46 70-123 45 67" → "46701234567".
 * Null when there is no digit.
 */
export function phoneKey(phone: string | null | undefined): string | null {
	// The number ends where words begin: an extension is not part of it, nor is a second number after a slash.
	const [number] = phone?.normalize('NFKC').match(/\d[\d\s().–-]*/) ?? [];
	if (!number) return null;
	return number.replace(/\D/g, '').replace(ABROAD, '').replace(DANISH, '') || null;
}
