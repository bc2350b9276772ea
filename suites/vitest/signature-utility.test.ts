import { conformanceOfService } from './of-service.js';

await conformanceOfService('signature-utility');
