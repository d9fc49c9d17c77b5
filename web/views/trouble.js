// SPDX-License-Identifier: GPL-2.0-or-later
// trouble.js - What stands in place of an answer: what is wrong, where, and ways on, counted where the server did.
//
// A server that does not answer at all is told of in app.js, as nothing can be loaded then.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, entityUrl, apply, mended, LISTS } from '../state.js';
import { kindName, named, notice, valueName } from './parts.js';

/// A filter by the names that its chip has; the rest of a search by the server's label.
function leftOut(x, r, s) {
  const name = Object.keys(x.change)[0], filter = name.replace(/^-/, '');
  if (!LISTS.includes(filter)) return x.label;
  return `${kindName(filter)} ${s[name].map((value) => named(r, filter, value)).join(', ')}`;
}
/// A value in place of one that no article has: of a filter by its printed name, of the words as they are typed.
function otherValue({ change, label }) {
  const [[name, value]] = Object.entries(change);
  return name === 'q' ? label : `${kindName(name)} ${valueName(name, { value, label: label.slice(name.length + 1) })}`;
}
const offer = (text, x, s) => html`<li><a href=${searchUrl(apply(s, x.change))}>${text}</a> ${x.stories === undefined ? S.articles(x.articles) : S.both(x)}</li>`;

/// The words as they may have been meant; several are put right together, as one of them alone finds nothing.
function spellings([first, ...more], s) {
  if (!first) return nothing;
  if (!more.length) return offer(S.tryInstead(first.instead), { change: { q: first.query }, articles: first.articles }, s);
  return html`<li><a href=${searchUrl(apply(s, { q: first.query }))}>${S.tryInstead(first.query)}</a></li>`;
}

/// A search `s` whose answer `r` is empty: the words at fault, and what finds something.
export function none(r, s) {
  const words = {
    instead: (x) => S.tryInstead(otherValue(x)), without: (x) => S.without(leftOut(x, r, s)), all_dates: () => S.anyDate, undated: () => S.undatedOnly,
  };
  return html`<section class="empty"><h2>${S.none}</h2>
    ${r.query.clauses.filter((c) => c.articles === 0).map((c) => html`<p>${S.noWord(c.label)}</p>`)}
    <ul>${spellings(r.suggestions, s)}
      ${r.relax.map((x) => offer(words[x.kind]?.(x) ?? x.label, x, s))}</ul>
    <p><a href="/help">${S.help}</a></p></section>`;
}

/// A refused search, with the server's hint as a link that repairs it.
function refused(problem, s) {
  const heading = location.pathname === '/compare' ? S.notCompared : S.refused;
  const hint = (e) => {
    const better = mended(s, e);
    return better ? html`<p><a href=${searchUrl(better)}>${S.tryInstead(e.hint)}</a></p>` : nothing;
  };
  return notice(heading, html`<p>${S.sentence(problem.detail)}</p>${(problem.errors ?? []).map(hint)}<p><a href="/help">${S.help}</a></p>`);
}

/// An index without articles, or none at all yet.
export const emptyArchive = () => html`<div class="start"><section class="lede"><h1>${S.empty}</h1>
  <p>${S.emptyHow}</p><pre class="command"><code>dateline-indexer update PATH...</code></pre>
  <p>${S.emptyWhere}</p></section></div>`;

export const noSuchPage = () => notice(S.noPage, html`<p>${S.noPageHow}</p><p><a href="/">${S.toStart}</a></p>`);

function noSuchName(problem, s) {
  const { hint } = problem.errors[0];
  return notice(S.noName, html`<p>${S.sentence(problem.detail)}</p>
    ${hint ? html`<p><a href=${entityUrl(hint, s)}><bdi>${hint}</bdi></a></p>` : nothing}<p><a href="/entities">${S.names}</a></p>`);
}

/// The page for a problem of the server; `again` is the button that retries.
export function trouble(problem, s, again) {
  if (problem.code === 'index.not_ready') return emptyArchive();
  if (problem.code === 'article.not_found') return notice(S.gone, html`<p>${S.sentence(problem.detail)}</p><p>${S.goneHow}</p>`);
  if (problem.code === 'entity.not_found') return noSuchName(problem, s);
  if (problem.status < 500 && problem.status !== 404) return refused(problem, s);
  return notice(S.busy, html`<p>${S.sentence(problem.detail)}</p><p>${S.busyHow}</p>${again}`);
}
