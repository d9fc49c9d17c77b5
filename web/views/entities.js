// SPDX-License-Identifier: GPL-2.0-or-later
// entities.js - The people, organisations and places of the archive: their list, and one of them.
//
// The address may hold a search: everything is then of its matches.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { searchUrl, articleUrl, entityUrl, address, parameters, plus, restarted, take, blank } from '../state.js';
import { entities, entity } from '../api.js';
import { spanInWords } from '../dates.js';
import { timeline } from './timeline.js';
import { dateCell, sourceLine, plain, counts } from './parts.js';

const TYPES = ['person', 'org', 'place'];

/// One name by the id of the path, else the list. `type` and `prefix` of the list are no part of a search.
export async function load(signal, state) {
  const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  const [type, untyped] = take(state, 'type'), [prefix, s] = take(untyped, 'prefix');
  if (id) return { s, one: await entity(id, s, signal) };
  return { s, type, prefix, list: (await entities(s, type, prefix, signal)).entities };
}

const withName = (s, e) => restarted(s, { [e.type]: [...new Set([...s[e.type], e.id])] });
const searched = (s) => searchUrl(s) !== '/search';
const ofSearch = (s, understood) => (searched(s)
  ? html`<p class="quiet">${S.namesOf} <a href=${searchUrl(s)}><bdi>${understood || S.allArticles}</bdi></a></p>` : nothing);

function list({ s, type, prefix, list: names }) {
  const tab = (one, text) => html`<a class="btn" href=${address('/entities', plus(s, { type: one, prefix: prefix ?? '' }))}
    aria-current=${(type ?? '') === one ? 'true' : nothing}>${text}</a> `;
  const row = (e) => html`<li><span><a href=${entityUrl(e.id, s)}><bdi>${e.name}</bdi></a> <small>${S.suggests[e.type]}</small></span>
    <meter min="0" max=${names[0].articles} value=${e.articles} aria-hidden="true"></meter>${counts(e)}</li>`;
  const hidden = [...parameters(restarted(s))];
  return html`<div class="start"><section class="lede"><h1>${S.names}</h1>
    ${ofSearch(s, s.q)}</section>
    <nav class="acts" aria-label=${S.kindsOfNames}>${tab('', S.allNames)}${TYPES.map((one) => tab(one, S.facets[one]))}</nav>
    <form class="acts" action="/entities" role="search" aria-label=${S.findName}>
      ${hidden.map(([name, value]) => html`<input type="hidden" name=${name} value=${value}>`)}
      ${type ? html`<input type="hidden" name="type" value=${type}>` : nothing}
      <label>${S.beginning} <input name="prefix" value=${prefix ?? ''} autocomplete="off"></label>
      <button class="btn">${S.findName}</button></form>
    ${names.length ? html`<p class="facet-head" aria-hidden="true">${S.countHead}</p><ul class="toplist names-list">${names.map(row)}</ul>`
      : html`<p>${S.noNames}</p>`}
  </div>`;
}

const section = (heading, inside) => html`<section><h2>${heading}</h2>${inside}</section>`;

function related(one, s) {
  const group = (type) => {
    const names = one.related.filter((e) => e.type === type);
    const link = (e) => html`<li><a href=${entityUrl(e.id, s)}><bdi>${e.name}</bdi></a>${counts(e)}</li>`;
    return names.length ? html`<div><dt>${S.facets[type]}</dt><dd><ul class="toplist">${names.map(link)}</ul></dd></div>` : nothing;
  };
  return one.related.length ? section(S.relatedNames, html`<dl class="nlist">${TYPES.map(group)}</dl>`) : nothing;
}
function forms(one) {
  const known = one.aliases.filter((alias) => !one.forms.some((x) => x.form === alias));
  return section(S.forms_, html`<ul class="toplist">${one.forms.map((x) => html`<li><bdi>${x.form}</bdi> <span class="n">${S.articles(x.articles)}</span></li>`)}</ul>
    ${known.length ? html`<p class="quiet">${S.alsoKnown} ${known.map((alias, i) => html`${i ? ', ' : ''}<bdi>${alias}</bdi>`)}</p>` : nothing}`);
}
function quotations(one, s) {
  const quote = (x) => html`<li lang=${x.article.language ?? nothing}>${dateCell(x.article.published)}
    <div>${sourceLine(x.article, x.via && `${S.via} ${x.via.name}`)}
      <blockquote dir="auto">${x.text}</blockquote>
      <p><a href=${articleUrl(x.article.id, withName(s, one))} dir="auto">${plain(x.article.title)}</a></p></div></li>`;
  return one.quotations.length
    ? html`<section class="latest"><h2>${S.quotations}</h2><ol>${one.quotations.map(quote)}</ol></section>` : nothing;
}
const sources = (one, s) => (one.sources.length
  ? section(S.facets.source, html`<ul class="toplist">${one.sources.map((x) => html`<li>
      <a href=${searchUrl(withName({ ...s, source: [x.value] }, one))}><bdi>${x.label}</bdi></a>${counts(x)}</li>`)}</ul>`) : nothing);

function name({ s, one }, go) {
  const mine = withName(s, one), hidden = [...parameters(mine)].filter(([key]) => key !== 'q');
  const { undated } = one.timeline;
  return html`<div class="start">
    <section class="lede"><p class="quiet">${S.suggests[one.type]}</p><h1><bdi>${one.name}</bdi></h1>
      <p><a href=${searchUrl(mine)}>${S.both(one.total)}</a>${one.span.earliest ? html`, ${spanInWords(one.span)}` : nothing}</p>
      ${ofSearch(s, one.understood)}
      <form class="acts" action="/search" role="search" aria-label=${S.searchWithin}>
        ${hidden.map(([key, value]) => html`<input type="hidden" name=${key} value=${value}>`)}
        <label>${S.searchWithin} <input name="q" value=${s.q} autocomplete="off"></label><button class="btn">${S.findIn}</button></form>
    </section>
    ${one.total.articles ? html`<section class="tl" aria-label=${S.timeline}>${timeline({
      histogram: one.timeline, state: mine, undated: undated.articles, limited: Boolean(s.from || s.to), commit: (change) => go({ ...mine, ...change }),
    })}</section>` : nothing}
    <p class="facet-head" aria-hidden="true">${S.countHead}</p>
    <div class="cols">${related(one, s)}${forms(one)}${sources(one, s)}</div>
    ${quotations(one, s)}
  </div>`;
}

export const title = ({ one }) => one?.name;
export const page = (answer, go) => (answer.one ? name(answer, go) : list(answer));
