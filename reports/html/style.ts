import { base } from './style/base.js';
import { colors } from './style/colors.js';
import { details } from './style/details.js';
import { media } from './style/media.js';
import { summary } from './style/summary.js';

/** The style of the page. */
export const style = [colors, base, summary, details, media].join('\n');
