// SPDX-License-Identifier: GPL-2.0-or-later
// terms.js - Words that a result uses and the rest of the archive does not.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { restarted, searchUrl } from '../state.js';
import { terms } from '../api.js';
import { ways } from './parts.js';

export const load = async (signal, s) => ({ s, r: await terms(s, signal) });

/// The search with one more word; what is searched for may be an OR.
const narrowed = (s, term) => searchUrl(restarted(s, { q: s.q ? `(${s.q}) ${term}` : term }));

export function page({ r, s }) {
  const most = r.terms[0]?.score ?? 1;
  const row = (t) => html`<li><a href=${narrowed(s, t.term)}><bdi>${t.label}</bdi></a>
    <meter min="0" max=${most} value=${t.score} aria-hidden="true"></meter><span class="n">${S.ofThese(t)}</span></li>`;
  return html`<div class="sheetlike"><h1>${S.ways.terms}</h1>${ways(s, 'terms')}
    <p class="quiet">${r.query.understood ? html`<bdi>${r.query.understood}</bdi>: ` : nothing}${S.termsHow(r.read)}${r.partial ? ` ${S.termsPartial}` : nothing}</p>
    ${r.terms.length ? html`<ol class="toplist told">${r.terms.map(row)}</ol>` : html`<p>${S.noTerms}</p>`}</div>`;
}
