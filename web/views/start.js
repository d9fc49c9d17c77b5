// SPDX-License-Identifier: GPL-2.0-or-later
// start.js - What the archive holds, before anything is searched for.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { searchUrl, articleUrl, blank } from '../state.js';
import { dateInWords } from '../dates.js';
import { timeline } from './timeline.js';
import { dateCell, sourceLine, plain } from './parts.js';

const LISTED = ['person', 'org', 'place', 'source'];

function topList(name, list) {
  const row = (f) => html`<li><a href=${searchUrl({ ...blank(), [name]: [f.value] })}><bdi>${f.label}</bdi></a>
    <meter min="0" max=${list[0].articles} value=${f.articles} aria-hidden="true"></meter><span>${S.number(f.articles)}</span></li>`;
  return html`<section><h2>${S.facets[name]}</h2><ul class="toplist">${list.map(row)}</ul></section>`;
}
const latest = (a) => html`<li lang=${a.language ?? nothing}>${dateCell(a.published)}
  <div>${sourceLine(a)}<h3 dir="auto"><a href=${articleUrl(a.id, blank())}>${plain(a.title)}</a></h3></div></li>`;

/// `r`: the newest articles with facets and histogram; `about`: the answer of /status.
export function startPage(r, about, { go }) {
  const { span } = about, commit = (change) => go({ ...blank(), ...change });
  return html`<div class="start">
    <section class="lede"><h1>${S.holds(about.articles, about.sources)}</h1>
      <p>${span.earliest ? S.coverage(dateInWords(span.earliest), dateInWords(span.latest)) : nothing} ${S.dateMix(about.certainty)}</p></section>
    <section class="tl" aria-label=${S.timeline}>${timeline({
      histogram: r.histogram, state: blank(), undated: r.histogram.undated.articles, limited: false, commit,
    })}</section>
    <div class="cols">${LISTED.filter((name) => r.facets[name]?.length).map((name) => topList(name, r.facets[name]))}</div>
    <section class="latest"><h2>${S.latest}</h2><ol>${r.results.map(latest)}</ol></section>
  </div>`;
}
