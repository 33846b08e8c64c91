import type { LandownerInput, NewLandownerInput } from '#app/landowners/landowner-form.server.ts';
import type { NewPropertyInput } from '#app/properties/property-form.server.ts';
import { newId } from '#db/new-id.ts';

const REACH = { phone: null, email: null, address: null, postalCode: null, city: null };

/** A new owner's form as it comes in: a firm unless something else is said. */
export const ownerTypedIn = (given: Partial<NewLandownerInput> & { name: string }): NewLandownerInput => ({
	id: newId(),
	kind: 'company',
	...REACH,
	...given,
});

export const ownerRevised = (given: Partial<LandownerInput> & Pick<LandownerInput, 'id' | 'name' | 'kind' | 'version'>): LandownerInput => ({
	...REACH,
	...given,
});

type Facts = Omit<NewPropertyInput, 'owner' | 'picked' | 'chosen' | 'share'>;

export const propertyTypedIn = (given: Partial<Facts>): Facts => ({
	id: newId(),
	name: 'Prøvegrunden',
	address: null,
	postalCode: null,
	city: null,
	point: null,
	district: undefined,
	bfe: null,
	cadastralDistrict: null,
	parcelNo: null,
	landArea: null,
	floorArea: null,
	use: null,
	...given,
});
