// SPDX-License-Identifier: GPL-2.0-or-later
// trouble.js - What is shown when the server answers with a problem: what is wrong, where, and a way on.
//
// The text of the search stays in the box. A server that does not answer at all is told of in app.js, as nothing can be
// loaded then.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, restarted } from '../state.js';
import { notice } from './parts.js';
import { withHint } from './hint.js';

/// The search with the server's hint put where the fault is; null where that cannot be told.
function mended(e, s) {
  if (!e.hint) return null;
  if (e.parameter === 'q' && e.code === 'query.missing_operand') return restarted(s, { q: e.hint });  // the whole search
  if (e.parameter === 'q' && e.start !== undefined) return restarted(s, { q: withHint([...s.q], e) });
  if (s.others.some(([name]) => name === e.parameter)) {
    const renamed = e.code === 'parameter.unknown';
    const mend = ([name, value]) => (name !== e.parameter ? [name, value] : renamed ? [e.hint, value] : [name, e.hint]);
    return restarted(s, { others: s.others.map(mend) });
  }
  if (Array.isArray(s[e.parameter])) return restarted(s, { [e.parameter]: s[e.parameter].map((v) => (v === e.found ? e.hint : v)) });
  return e.parameter in s ? restarted(s, { [e.parameter]: e.hint }) : null;
}
/// A search that the server refused, with its hint as a link that repairs it.
function refused(problem, s) {
  const hint = (e) => {
    const better = mended(e, s);
    return better ? html`<p><a href=${searchUrl(better)}>${S.tryInstead(e.hint)}</a></p>` : nothing;
  };
  return notice(S.refused, html`<p>${S.sentence(problem.detail)}</p>${(problem.errors ?? []).map(hint)}<p><a href="/help">${S.help}</a></p>`);
}

/// An index without articles, or none at all yet.
export const emptyArchive = () => html`<div class="start"><section class="lede"><h1>${S.empty}</h1>
  <p>${S.emptyHow}</p><pre class="command"><code>dateline-indexer update PATH...</code></pre>
  <p>${S.emptyWhere}</p></section></div>`;

/// An address that is no page of ours.
export const noSuchPage = () => notice(S.noPage, html`<p>${S.noPageHow}</p><p><a href="/">${S.toStart}</a></p>`);

/// The page for a problem of the server; `again` is the button that retries.
export function trouble(problem, s, again) {
  if (problem.code === 'index.not_ready') return emptyArchive();
  if (problem.code === 'article.not_found') return notice(S.gone, html`<p>${S.sentence(problem.detail)}</p><p>${S.goneHow}</p>`);
  if (problem.status < 500 && problem.status !== 404) return refused(problem, s);
  return notice(S.busy, html`<p>${S.sentence(problem.detail)}</p><p>${S.busyHow}</p>${again}`);
}
