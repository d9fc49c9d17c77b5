// SPDX-License-Identifier: GPL-2.0-or-later
// facet_list.js - The dialog that searches one long list of filter values, such as all people of a result.
import { html, render, repeat, live } from '../html.js';
import { S } from '../strings.pages.en.js';
import { read } from '../state.js';
import { facet as ask } from '../api.js';
import { facetRow } from './facets.js';

/// Opens the dialog that searches one long list.
export function openList(name, go) {
  const dialog = document.getElementById('list');
  let found = [], more = false, prefix = '', asking;
  const draw = () => {
    const s = read();
    render(html`<div class="sheet-head"><h2 id="list-h">${S.facets[name]}</h2>
        <form method="dialog"><button class="btn">${S.close}</button></form></div>
      <label class="list-search"><span class="vh">${S.searchList(S.facets[name])}</span>
        <input type="search" autocomplete="off" placeholder=${S.searchList(S.facets[name])} .value=${live(prefix)} @input=${typed}></label>
      <fieldset class="facet"><legend class="vh">${S.facets[name]}</legend>
        ${repeat(found, (f) => f.value, (f) => facetRow(name, f, s, choose))}</fieldset>
      <p class="list-end" role="status">${!found.length && prefix ? S.notInList(prefix) : more ? S.listGoesOn : ''}</p>`, dialog);
  };
  const load = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await ask(name, read(), prefix, { signal: asking.signal });
      [found, more] = [answer.values, Boolean(answer.next)];
      draw();
    } catch {
      // Superseded by the next letter, or the server is away: the list stays as it was.
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
  draw();
  load();
  dialog.showModal();
}
