// SPDX-License-Identifier: GPL-2.0-or-later
// first.js - The debut of what is searched for, and the articles after it.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { articleUrl } from '../state.js';
import { first } from '../api.js';
import { dateCell, marks, sourceLine, ways } from './parts.js';

export const load = async (signal, s) => ({ s, r: await first(s, signal) });

const row = (a, s) => html`<article class="hit" aria-labelledby="t-${a.id}" lang=${a.language ?? nothing}>${dateCell(a.published)}
  <div class="body">${sourceLine(a)}<h3 id="t-${a.id}" dir="auto"><a href=${articleUrl(a.id, s)}>${marks(a.title)}</a></h3>
    <p class="snip" dir="auto">${marks(a.snippet)}</p></div></article>`;

export function page({ r, s }) {
  const { inferred_earlier: earlier, undated } = r.outside;
  return html`<div class="sheetlike"><h1>${S.ways.first}</h1>${ways(s, 'first')}
    <p class="quiet">${r.query.understood ? html`<bdi>${r.query.understood}</bdi>: ` : nothing}${S.both(r.total)}.
      ${earlier || undated ? S.maybeEarlier(earlier, undated) : nothing}</p>
    ${r.first ? html`<section><h2>${S.firstIn}</h2>${row(r.first, s)}</section>` : html`<p>${S.noFirst}</p>`}
    ${r.results.length ? html`<section><h2>${S.later}</h2><ol class="hits">${r.results.map((a) => html`<li>${row(a, s)}</li>`)}</ol></section>` : nothing}
    ${r.next ? html`<nav class="pager" aria-label=${S.pages}><a class="btn" rel="next" href="/first${new URL(r.next, location.origin).search}">${S.next}</a></nav>` : nothing}</div>`;
}
