// SPDX-License-Identifier: GPL-2.0-or-later
// keys.js - The dialog that lists the keys and holds their switch.
import { html, render } from '../html.js';
import { S } from '../strings.pages.en.js';
import { switchedOff } from '../keys.js';

function switchKeys(on) {
  try {
    localStorage.setItem('keys', on ? 'on' : 'off');
  } catch {
    // Storage is switched off: the keys stay as they are.
  }
}

/// Opens the dialog.
export function openKeys(dialog) {
  const line = ([keys, text]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`;
  render(html`<div class="sheet-head"><h2 id="keys-h">${S.keysH}</h2><form method="dialog"><button class="btn">${S.close}</button></form></div>
    <dl>${S.keys.map(line)}</dl>
    <label><input type="checkbox" .checked=${!switchedOff()} @change=${(e) => switchKeys(e.target.checked)}> ${S.keysOn}</label>`, dialog);
  dialog.showModal();
}
