// SPDX-License-Identifier: GPL-2.0-or-later
// kwic.js - A concordance: every place of what is searched for, with the words around it.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { address, articleUrl, parameters, restarted, take } from '../state.js';
import { kwic } from '../api.js';
import { dateLabel } from '../dates.js';
import { sourceOf, ways } from './parts.js';

export const load = async (signal, s) => ({ s, r: await kwic(s, signal) });

const line = (a, s) => html`<li lang=${a.language ?? nothing}><p class="ctx" dir="auto"><span>${a.left}</span><mark>${a.hit}</mark><span>${a.right}</span></p>
  <p class="quiet" lang="en"><a href=${articleUrl(a.id, s)}>${dateLabel(a.published).cite}, <bdi>${sourceOf(a)}</bdi></a></p></li>`;

export function page({ r, s }, go, visit) {
  const [, rest] = take(s, 'order'), bare = take(rest, 'width')[1];
  const ordered = (order) => address('/kwic', parameters(restarted(rest, { others: order === 'date' ? rest.others : [...rest.others, ['order', order]] })));
  return html`<div class="sheetlike"><h1>${S.ways.kwic}</h1>${ways(bare, 'kwic')}
    <p class="quiet">${r.query.understood ? html`<bdi>${r.query.understood}</bdi>: ` : nothing}${S.both(r.total)}</p>
    <label class="sort"><span>${S.order}</span> <select @change=${(e) => visit(ordered(e.target.value))}>${Object.entries(S.orders).map(([value, text]) =>
      html`<option value=${value} ?selected=${value === r.order}>${text}</option>`)}</select></label>
    ${r.partial ? html`<p class="note">${S.someLines}</p>` : nothing}
    ${r.results.length ? html`<ol class="kwic">${r.results.map((a) => line(a, bare))}</ol>` : html`<p>${S.noLines}</p>`}
    ${r.next ? html`<nav class="pager" aria-label=${S.pages}><a class="btn" rel="next" href="/kwic${new URL(r.next, location.origin).search}">${S.next}</a></nav>` : nothing}</div>`;
}
