export { snap } from './in-process.js';
export { type Ended, main, type Running, start, startProgram, type Where } from './program.js';
