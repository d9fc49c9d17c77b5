// SPDX-License-Identifier: GPL-2.0-or-later
// popups.js - What comes up over the page: the keys, the search in a long list, the word that something was copied.
import { html, draw } from '../html.js';
import { S } from '../strings.pages.en.js';
import { read } from '../state.js';
import { facet } from '../api.js';
import { chosen } from '../chosen.js';
import { facetRow, sheetHead } from './parts.js';

export function openKeys(dialog) {
  const line = ([keys, text]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`;
  draw(html`${sheetHead('keys', S.keysH)}<dl>${S.keys.map(line)}</dl>
    <label><input type="checkbox" ?checked=${chosen('keys') !== 'off'} @change=${(e) => chosen('keys', e.target.checked ? 'on' : 'off')}>
      ${S.keysOn}</label>`, dialog);
  dialog.showModal();
}

/// All values of the field `name`, narrowed by what is typed.
export function openList(name, go) {
  const dialog = document.getElementById('list'), heading = S.facets[name], hint = S.searchList(heading);
  let found = [], more = false, prefix = '', asking;
  const redraw = () => {
    const s = read();
    draw(html`${sheetHead('list', heading)}
      <label class="list-search"><span class="vh">${hint}</span>
        <input type="search" autocomplete="off" placeholder=${hint} value=${prefix} @input=${typed}></label>
      <fieldset class="facet"><legend class="vh">${heading}</legend>${found.map((f) => facetRow(name, f, s, choose))}</fieldset>
      <p class="list-end" role="status">${!found.length && prefix ? S.notInList(prefix) : more ? S.listGoesOn : ''}</p>`, dialog);
  };
  const load = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await facet(name, read(), prefix, asking.signal);
      [found, more] = [answer.values, Boolean(answer.next)];
      redraw();
    } catch {
      // Superseded by the next letter, or the server is away.
    }
  };
  const typed = (e) => {
    prefix = e.target.value;
    load();
  };
  const choose = async (s) => {
    await go(s);
    load();
  };
  redraw();
  load();
  dialog.showModal();
}

const TOAST_STAYS = 1800;
async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return prompt(S.copyByHand, text);
  }
  document.getElementById('status').textContent = said;
  const toast = Object.assign(document.createElement('p'), { className: 'toast', textContent: said, ariaHidden: 'true' });
  document.body.append(toast);
  setTimeout(() => toast.remove(), TOAST_STAYS);
}
export const copyLink = () => copy(location.href, S.copied);
export const copySearch = (r) => copy(S.searchCitation(r, location.href), S.copiedSearch);
export const copyCitation = (citation) => copy(citation, S.citeCopied);
