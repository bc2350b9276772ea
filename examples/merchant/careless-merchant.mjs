// The same merchant, in a hurry: it acknowledges each notification and looks at none. Whoever knows the
// address can report a payment that was never made.
import { serveMerchant } from './merchant.mjs';

serveMerchant(() => undefined);
