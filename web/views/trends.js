// SPDX-License-Identifier: GPL-2.0-or-later
// trends.js - Up to five queries over time: lines, a table of the same numbers whose cells lead to their results, one CSV.
//
// The chart is hidden from the accessibility tree: key and table carry its facts.
import { html, svg, nothing } from '../html.js';
import { S } from '../strings.pages.en.js';
import { address, parameters, restarted, searchUrl } from '../state.js';
import { timeline } from '../api.js';
import { firstDay, lastDay } from '../dates.js';
import { covered, dateFields, binName, binEnd, labels } from './timeline.js';

const OWN = ['unit', 'count', 'share'], MOST = 5, WIDE = 1000, HIGH = 200;

const wishOf = (s) => Object.fromEntries(OWN.map((name) => [name, s.others.find(([key]) => key === name)?.[1] ?? '']));
const queriesOf = (s) => [s.q, ...s.others.filter(([name]) => name === 'q').map(([, q]) => q)].filter(Boolean);
/// The search without what belongs to charts only.
const alone = (s) => restarted(s, { others: s.others.filter(([name]) => name !== 'q' && !OWN.includes(name)) });
function chartUrl(s, [q = '', ...more], wish) {
  const rest = alone(s), own = [...more.map((x) => ['q', x]), ...Object.entries(wish).filter(([, value]) => value)];
  return address('/timeline', parameters({ ...rest, q, others: [...rest.others, ...own] }));
}

export const load = async (signal, s) => ({ s, r: await timeline(s, signal) });
export const title = () => S.ways.timeline;

const shown = (value, share) => (value === null ? '–' : share ? S.share(value) : S.number(value));
function path(bins, highest) {
  let pen = 'M';
  return bins.map(({ value }, i) => {
    if (value === null) { pen = 'M'; return ''; }
    const at = `${pen}${((i + 0.5) / bins.length) * WIDE} ${HIGH - (value / highest) * (HIGH - 8)}`;
    pen = 'L';
    return bins.length === 1 ? `${at}h1` : at;
  }).join('');
}
function chart({ series, archive, count, unit, share }, s) {
  const n = archive.bins.length, most = Math.max(...series.flatMap((x) => x.bins.map((b) => b.value))), highest = most || 1;
  const typical = archive.bins.map((b) => b[count]).sort((a, b) => a - b)[n >> 1];
  const thin = (b, i) => (b[count] * 4 < typical
    ? svg`<rect class="thin" x=${(i / n) * WIDE} width=${WIDE / n} y="0" height=${HIGH}></rect>` : nothing);
  const [lo, hi] = covered(archive.bins, unit, firstDay(s.from), lastDay(s.to)), asked = s.from || s.to;
  const scale = most ? html`<p class="most" aria-hidden="true">${share ? S.share(most) : (count === 'stories' ? S.stories : S.articles)(most)}</p>` : nothing;
  return html`${scale}<svg class="trend" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" width="100%" height=${HIGH} aria-hidden="true">
    ${archive.bins.map(thin)}${asked ? svg`<rect class="sel" x=${(lo / n) * WIDE} width=${((hi - lo) / n) * WIDE} y="0" height=${HIGH}></rect>` : nothing}<line class="base" x1="0" x2=${WIDE} y1=${HIGH - 0.5} y2=${HIGH - 0.5}></line>
    ${series.map((x, i) => svg`<path class="line l${i}" d=${path(x.bins, highest)}></path>`)}</svg>${labels(archive.bins, unit)}`;
}
const key = (x, i, s) => html`<li><svg class="trend" width="36" height="10" aria-hidden="true"><line class="line l${i}" x1="0" x2="36" y1="5" y2="5"></line></svg>
  <a href=${searchUrl(alone(s), { q: x.query.input })}><bdi>${x.query.input || S.resultsFor('')}</bdi></a> ${S.both(x.total)}${
  x.undated.articles ? `, ${S.undatedToo(x.undated.articles)}` : ''}</li>`;

function table(r, s) {
  const cell = (x, i) => {
    const bin = x.bins[i], to = { q: x.query.input, from: bin.start, to: binEnd(bin, r.unit) };
    return html`<td>${bin.articles ? html`<a href=${searchUrl(alone(s), to)}>${shown(bin.value, r.share)}</a>` : shown(bin.value, r.share)}</td>`;
  };
  return html`<details class="tl-table"><summary>${S.table}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${S.trendsTable}><table>
      <thead><tr>${[S.period[r.unit], ...r.series.map((x) => x.query.input || S.resultsFor('')), S.archived].map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
      <tbody>${r.archive.bins.map((bin, i) => html`<tr><th scope="row">${binName(bin, r.unit)}</th>${r.series.map((x) => cell(x, i))}<td>${S.number(bin[r.count])}</td></tr>`)}</tbody>
    </table></div></details>`;
}
/// The table as a file; a cell that a spreadsheet would take for a formula begins with an apostrophe.
function csv(r) {
  const cell = (text) => `"${String(text).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const rows = r.archive.bins.map((bin, i) => [bin.start, ...r.series.map((x) => x.bins[i].value ?? ''), bin[r.count]]);
  const lines = [[S.period[r.unit], ...r.series.map((x) => x.query.understood), S.archived], ...rows];
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`)}`;
}

export function page({ r, s }, go, visit) {
  const queries = queriesOf(s), wish = wishOf(s);
  const submit = (e) => {
    e.preventDefault();
    const form = new FormData(e.target), of = (name) => form.get(name) ?? '';
    visit(chartUrl(s, form.getAll('q').map((q) => q.trim()).filter(Boolean), Object.fromEntries(OWN.map((name) => [name, of(name)]))));
  };
  const choice = (name, label, words) => html`<label>${label} <select name=${name}>${Object.entries(words).map(([value, text]) =>
    html`<option value=${value} ?selected=${value === wish[name]}>${text}</option>`)}</select></label>`;
  const field = (i) => html`<input name="q" type="search" dir="auto" aria-label=${S.query(i + 1)} placeholder=${S.query(i + 1)} value=${queries[i] ?? ''}>`;
  const drawn = r.archive.bins.length > 0;
  return html`<div class="sheetlike"><h1>${S.ways.timeline}</h1><p class="quiet">${S.trendsHow}</p>
    <form class="asked" @submit=${submit}>
      ${Array.from({ length: Math.min(MOST, queries.length + 1) }, (_, i) => field(i))}
      ${choice('unit', S.unit, { '': S.fitting, ...S.period })}${choice('count', S.count, { '': S.articlesHead, stories: S.storiesHead })}
      <label><input type="checkbox" name="share" value="1" ?checked=${wish.share === '1'}> ${S.shareOf}</label>
      <button class="btn primary">${S.draw}</button></form>
    ${r.series.flatMap((x) => x.query.warnings).map((w) => html`<p class="note">${S.sentence(w.detail)}</p>`)}
    <figure aria-labelledby="keys-of"><figcaption id="keys-of" class="vh">${S.ways.timeline}</figcaption>
      ${drawn ? chart(r, s) : nothing}<ul class="keys">${r.series.map((x, i) => key(x, i, s))}</ul></figure>
    <div class="tl-controls">${dateFields(s, (change) => visit(chartUrl({ ...s, ...change }, queries, wish)))}
      ${s.from || s.to ? html`<a href=${chartUrl({ ...s, from: '', to: '' }, queries, wish)}>${S.wholeRange}</a>` : nothing}
      ${drawn ? html`<a href=${csv(r)} download="dateline-trends.csv">CSV</a>${table(r, s)}` : nothing}</div></div>`;
}
