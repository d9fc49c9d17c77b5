// SPDX-License-Identifier: GPL-2.0-or-later
// html.js - The one door to lit-html, so that a change of library is a change of this file.
export { html, svg, render, nothing } from './vendor/lit-html/lit-html.js';
export { repeat } from './vendor/lit-html/directives/repeat.js';
export { live } from './vendor/lit-html/directives/live.js';
