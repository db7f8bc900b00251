import { findingsScript } from './html-findings-script.ts';
import { printScript } from './html-print-script.ts';
import { themeScript } from './html-theme-script.ts';

/** The script of the page, which needs no other. */
export const htmlScript = `
'use strict';${themeScript}${printScript}${findingsScript}`;
