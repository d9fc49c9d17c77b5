// SPDX-License-Identifier: GPL-2.0-or-later
// status.js - What the server searches now, and what the last run took and refused.
import { html, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { spanInWords, momentInWords } from '../dates.js';


const facts = (rows) => html`<dl class="facts">${rows.filter(([, value]) => value !== undefined && value !== null)
  .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

function lastRun(run) {
  if (!run) return nothing;
  const value = (name) => {
    if (run[name] === undefined || run[name] === null) return undefined;
    if (name === 'finished') return momentInWords(run[name]);
    return name === 'seconds' ? S.seconds(run[name]) : S.number(run[name]);
  };
  return html`<section><h2>${S.lastRun}</h2>${facts(Object.entries(S.run).map(([name, text]) => [text, value(name)]))}</section>`;
}
function rejects(list, rejected) {
  if (!list) return nothing;
  const line = (x) => html`<li><code>${x.path}${x.record ? `:${x.record}` : nothing}</code> ${x.reason}</li>`;
  const more = (rejected ?? 0) - list.length;
  return html`<section><h2>${S.rejects}</h2>${list.length ? html`<ul class="rejects">${list.map(line)}</ul>` : html`<p>${S.noRejects}</p>`}
    ${more > 0 ? html`<p class="quiet">${S.rejectsMore(more)}</p>` : nothing}</section>`;
}

export const page = (r) => html`<div class="sheetlike"><h1>${S.status}</h1><p class="quiet">${S.statusHow}</p>
  <section><h2>${S.archive}</h2>${facts([
    [S.articlesRow, S.number(r.articles)], [S.storiesRow, S.number(r.stories)],
    [S.sourcesRow, html`<a href="/sources">${S.number(r.sources)}</a>`],
    [S.spanRow, r.span.earliest ? spanInWords(r.span) : S.noDate],
    [S.datesRow, S.certaintyRow(r.certainty)], [S.indexRow, html`<code>${r.index.uuid}</code>`], [S.revision, S.number(r.index.revision)],
    ...Object.entries(r.versions ?? {}).map(([name, version]) => [S.versionOf(name), version]),
  ])}</section>
  ${lastRun(r.last_run)}${rejects(r.rejects, r.last_run?.rejected)}</div>`;
