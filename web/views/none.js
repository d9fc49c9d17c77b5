// SPDX-License-Identifier: GPL-2.0-or-later
// none.js - What stands in place of the list where nothing was found: the words at fault, and ways on that were counted.
import { html } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, apply, LISTS } from '../state.js';
import { kindName, named } from './results.js';

/// A filter by the names that its chip has; the rest of a search by the server's label.
function leftOut(x, r, s) {
  const name = Object.keys(x.change)[0], filter = name.replace(/^-/, '');
  if (!LISTS.includes(filter)) return x.label;
  return `${kindName(filter)} ${s[name].map((value) => named(r, filter, value)).join(', ')}`;
}
const offer = (text, x, s) => html`<li><a href=${searchUrl(apply(s, x.change))}>${text}</a> ${S.articles(x.articles)}</li>`;

/// `r`: the answer of the search `s`.
export function none(r, s) {
  const words = { without: (x) => S.without(leftOut(x, r, s)), all_dates: () => S.anyDate, undated: () => S.undatedOnly };
  return html`<section class="empty"><h2>${S.none}</h2>
    ${r.query.clauses.filter((c) => c.articles === 0).map((c) => html`<p>${S.noWord(c.label)}</p>`)}
    <ul>${r.suggestions.map((x) => offer(S.tryInstead(x.instead), { change: { q: x.query }, articles: x.articles }, s))}
      ${r.relax.map((x) => offer(words[x.kind]?.(x) ?? x.label, x, s))}</ul>
    <p><a href="/help">${S.help}</a></p></section>`;
}
