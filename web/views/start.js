// SPDX-License-Identifier: GPL-2.0-or-later
// start.js - What the archive holds, before anything is searched for.
import { html, nothing } from '../html.js';
import { S } from '../strings.en.js';
import { searchUrl, articleUrl, blank } from '../state.js';
import { spanInWords } from '../dates.js';
import { timeline } from './timeline.js';
import { dateCell, sourceLine, plain, counts } from './parts.js';

const LISTED = ['person', 'org', 'place', 'source'];

function topList(name, list) {
  const row = (f) => html`<li><a href=${searchUrl({ ...blank(), [name]: [f.value] })}><bdi>${f.label}</bdi></a>
    <meter min="0" max=${list[0].articles} value=${f.articles} aria-hidden="true"></meter>${counts(f)}</li>`;
  return html`<section><h2>${S.facets[name]}</h2><ul class="toplist">${list.map(row)}</ul></section>`;
}
const latest = (a) => html`<li lang=${a.language ?? nothing}>${dateCell(a.published)}
  <div>${sourceLine(a, a.story.articles > 1 && S.versions(a.story.articles))}<h3 dir="auto"><a href=${articleUrl(a.id, blank())}>${plain(a.title)}</a></h3></div></li>`;

export const title = () => '';
/// Of what `start` of api.js answers.
export function page({ r, about }, go) {
  const { span } = about, commit = (change) => go({ ...blank(), ...change });
  return html`<div class="start">
    <section class="lede"><h1>${S.holds(about.articles, about.sources)}</h1>
      <p>${S.tell(about.stories)} ${span.earliest ? S.coverage(spanInWords(span)) : nothing} ${S.dateMix(about.certainty)}</p></section>
    <section class="tl" aria-label=${S.timeline}>${timeline({
      histogram: r.histogram, state: blank(), undated: r.histogram.undated.articles, limited: false, commit,
    })}</section>
    <p class="facet-head" aria-hidden="true">${S.countHead}</p>
    <div class="cols">${LISTED.filter((name) => r.facets[name]?.length).map((name) => topList(name, r.facets[name]))}</div>
    <section class="latest"><h2>${S.latest}</h2><ol>${r.results.map(latest)}</ol></section>
  </div>`;
}
