// SPDX-License-Identifier: GPL-2.0-or-later
// facets.js - The filters beside the list: one group of checkboxes a field, with both counts.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { FACETS, FACET_LIMIT } from '../api.js';
import { facetRow } from './parts.js';

const SHOWN = { source: 6, section: 3, author: 3, agency: 3 }, USUALLY = 5;
/// Fields whose list stands open: how the page is looked at, so no part of the address.
const unfolded = new Set();

function group(name, list, s, { go, redraw }) {
  const open = unfolded.has(name), chosen = (f) => s[name].includes(f.value);
  const shown = open ? list : list.filter((f, i) => i < (SHOWN[name] ?? USUALLY) || chosen(f));
  const hidden = list.length - shown.length;
  const fold = () => {
    if (open) unfolded.delete(name);
    else unfolded.add(name);
    redraw();
  };
  const search = async () => (await import('./popups.js')).openList(name, go);
  return html`<fieldset class="facet"><legend>${S.facets[name]}</legend>
    ${shown.map((f) => facetRow(name, f, s, go))}
    ${open || hidden
      ? html`<button type="button" class="link" aria-expanded=${open} @click=${fold}>${open ? S.less : S.more(hidden)}</button>` : nothing}
    ${list.length >= FACET_LIMIT
      ? html`<button type="button" class="link" @click=${search}>${S.searchList(S.facets[name])}</button>` : nothing}
  </fieldset>`;
}

export function facetGroups(r, s, context) {
  const filled = FACETS.filter((name) => r.facets?.[name]?.length);
  const head = html`<p class="facet-head" aria-hidden="true">${s.fold === 'none' ? S.articlesHead : S.countHead}</p>`;
  return html`${filled.length ? head : nothing}${filled.map((name) => group(name, r.facets[name], s, context))}`;
}
