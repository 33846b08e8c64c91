// Register numbers that pass the checks and that no register has handed out: the real ones are far below 99.

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];

/** The `no`-th invented CVR number, counted from 0: 99 …, valid by modulus 11. */
export function inventedCvr(no: number): string {
	// Spread over the series, since neighbours on a list rarely have neighbouring numbers.
	for (let stem = 9_900_000 + ((no * 7_919) % 99_991); ; stem += 1) {
		const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(String(stem)[at]), 0);
		const check = (11 - (sum % 11)) % 11;
		if (check < 10) return `${stem}${check}`;
	}
}

/** The `no`-th invented P-number. Real ones begin with 10. */
export const inventedPNumber = (no: number): string => `99${String(10_000_000 + no * 37).padStart(8, '0')}`;

/** An invented telephone number: no Danish number begins with a zero. */
export const inventedPhone = (no: number): string => `00${String(100_000 + ((no * 9_973) % 899_981))}`;
