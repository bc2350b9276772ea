import { conformanceOfService } from './of-service.js';

await conformanceOfService('token-b2b2c');
