import { colors } from './style/colors.js';
import { evidence } from './style/evidence.js';
import { layout } from './style/layout.js';
import { media } from './style/media.js';

/** The style of the page. */
export const style = [colors, layout, evidence, media].join('\n');
