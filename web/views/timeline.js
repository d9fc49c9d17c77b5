// SPDX-License-Identifier: GPL-2.0-or-later
// timeline.js - Articles over time: chart, sliders, date fields and a table for one value.
//
// Drawn in per cent, so that nothing is measured or shifts. The chart is hidden from the accessibility tree: sliders, fields
// and table carry its facts. Dragging writes nothing until it is released.
import { html, svg, nothing } from '../html.js';
import { searchUrl, restarted } from '../state.js';
import { S } from '../strings.en.js';
import { dateInWords, monthAndYear, monthName, firstDay, lastDay, daysLater, yearsApart } from '../dates.js';

const HEIGHT = 74, HEADROOM = 4, BAR = 0.76;
/// Share of the width that a label takes, on a desktop and on a phone.
const WIDE = 0.07, NARROW = 0.12;
/// A date field reports 0002, 0020, 0202 while a year is being typed.
const FIRST_YEAR = '1000';

const bareDate = (bin, unit) => bin.start.slice(0, { year: 4, month: 7 }[unit] ?? 10);
export const binName = (bin, unit) => (unit === 'month' ? monthAndYear : dateInWords)(bareDate(bin, unit));
export const binEnd = (bin, unit) => (unit === 'week' ? daysLater(bin.start, 6) : lastDay(bareDate(bin, unit)));

/// The bars that a period covers, as [first, one past the last].
export function covered(bins, unit, from, to) {
  const first = from ? bins.findIndex((b) => binEnd(b, unit) >= from) : 0;
  const last = to ? bins.findLastIndex((b) => b.start <= to) : bins.length - 1;
  const lo = first < 0 ? bins.length - 1 : first;
  return [lo, Math.max(lo, last) + 1];
}

const tall = (count, highest) => Math.max(count ? 1.5 : 0, Math.round((count / highest) * (HEIGHT - HEADROOM) * 2) / 2);
const base = (width) => svg`<line class="base" x1="0" x2=${width} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>`;

function chart({ bins, unit, lo, hi, active, highest, set }) {
  const n = bins.length, w = 100 / n;
  const typical = bins.map((b) => b.archive).sort((a, b) => a - b)[n >> 1];
  const bar = (b, i) => {
    const stated = tall(b.articles - b.inferred, highest), inferred = tall(b.inferred, highest);
    const x = `${(i + (1 - BAR) / 2) * w}%`, width = `${w * BAR}%`;
    return svg`<g data-i=${i} class=${i < lo || i >= hi ? 'out' : ''}>
      <rect class="bar" x=${x} width=${width} y=${HEIGHT - stated} height=${stated}></rect>
      <rect class="bar inf" x=${x} width=${width} y=${HEIGHT - stated - inferred} height=${inferred}></rect></g>`;
  };
  const thin = (b, i) => (b.archive * 4 < typical
    ? svg`<rect class="thin" x="${i * w}%" width="${w}%" y="0" height=${HEIGHT}></rect>` : nothing);

  // Where the drag began, during which the band is painted by hand.
  let grip = null;
  const drag = (e) => {
    const plot = e.currentTarget, box = plot.getBoundingClientRect(), band = plot.querySelector('.sel');
    const i = Math.min(n - 1, Math.max(0, Math.floor(((e.clientX - box.left) / box.width) * n)));
    plot.closest('figure').querySelector('.readout').textContent = `${dateInWords(bareDate(bins[i], unit))}: ${S.both(bins[i])}`;
    if (e.type === 'pointerdown' && !e.button) {
      grip = i;
      plot.setPointerCapture(e.pointerId);
    }
    if (grip === null) return;
    const [a, b] = e.type === 'pointercancel' ? [lo, hi] : [Math.min(grip, i), Math.max(grip, i) + 1];
    band.setAttribute('x', `${a * w}%`);
    band.setAttribute('width', `${(b - a) * w}%`);
    band.classList.remove('all');
    for (const g of plot.querySelectorAll('[data-i]')) g.classList.toggle('out', g.dataset.i < a || g.dataset.i >= b);
    if (e.type === 'pointerup') set(a, b);
    if (/up|cancel/.test(e.type)) grip = null;
  };
  return html`<div class="plot" title=${S.drag} @pointerdown=${drag} @pointermove=${drag} @pointerup=${drag} @pointercancel=${drag}>
    <svg width="100%" height=${HEIGHT} aria-hidden="true" focusable="false">
      <defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" class="hatch-bg"/><rect width="1.6" height="4" class="hatch-fg"/></pattern></defs>
      ${bins.map(thin)}
      <rect class="sel ${active ? '' : 'all'}" x="${lo * w}%" width="${(hi - lo) * w}%" y="0" height=${HEIGHT}></rect>
      ${bins.map(bar)}${base('100%')}
    </svg>
  </div>`;
}

/// The labels that have room, years before months and the later of two.
function roomy(list, n, share) {
  const kept = [], room = n * share;
  for (const x of list) if ((!x.i || n - x.i >= room) && kept.every((k) => Math.abs(k.i - x.i) >= room)) kept.push(x);
  return kept;
}
/// The labels below the chart: years, and months where those are few. Narrow screens leave some out (styles/sizes.css).
export function labels(bins, unit) {
  const n = bins.length, w = 100 / n;
  const changes = (length) => bins.flatMap((b, i) => (i && b.start.slice(0, length) === bins[i - 1].start.slice(0, length) ? [] : [i])).reverse();
  const eachYear = changes(4).map((i) => ({ i, text: bins[i].start.slice(0, 4), year: true }));
  // Where not every year has room, round ones have: 1900, 1950, 2000.
  const apart = yearsApart(eachYear.length, 1 / WIDE), years = eachYear.filter((x) => x.text % apart === 0);
  const quarter = (i) => eachYear.length === 1 || bins[i].start.slice(5, 7) % 3 === 1;
  const months = unit === 'year' || eachYear.length > 3 ? []
    : changes(7).filter(quarter).map((i) => ({ i, text: monthName(bareDate(bins[i], 'month')) }));
  const list = roomy([...years, ...months], n, WIDE), narrow = roomy(list, n, NARROW);
  const label = (x) => svg`<text class="${x.year ? 'yr' : 'mo'}${narrow.includes(x) ? '' : ' wide'}" y="12" text-anchor=${x.year ? 'start' : 'middle'}
    x="${(x.i + (x.year ? (1 - BAR) / 2 : 0.5)) * w}%">${x.text}</text>`;
  return html`<svg class="axis" width="100%" height="16" aria-hidden="true">${list.map(label)}</svg>`;
}

const handle = (which, label, value, most, text, commit) => html`<input class="handle ${which}" type="range" min="0"
  max=${most} step="1" value=${value} aria-label=${label} aria-valuetext=${text}
  @change=${(e) => commit(Number(e.target.value))}>`;

function table(bins, unit) {
  const row = (b) => html`<tr><th scope="row">${binName(b, unit)}</th><td>${S.number(b.articles - b.inferred)}</td>
    <td>${S.number(b.inferred)}</td><td>${S.number(b.stories)}</td><td>${S.number(b.archive)}</td></tr>`;
  const heads = [S.period[unit], S.stated, S.inferredKey, S.storiesHead, S.archived];
  return html`<details class="tl-table"><summary>${S.table}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${S.tableName}><table>
      <thead><tr>${heads.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${bins.map(row)}</tbody>
    </table></div></details>`;
}

function undatedBar({ state, undated, highest, limited, commit }) {
  const height = tall(undated, highest), text = html`${S.undated} <b>${S.number(undated)}</b>`;
  return html`<div class="undated">
    <svg width="22" height=${HEIGHT} aria-hidden="true">
      <rect class="bar none" x="3" width="16" y=${HEIGHT - height} height=${height}></rect>${base('22')}</svg>
    ${limited
      ? html`<label><input type="checkbox" ?checked=${state.undated !== 'exclude'}
          @change=${(e) => commit({ undated: e.target.checked ? 'include' : 'exclude' })}> ${text}</label>`
      : html`<a href=${searchUrl(restarted(state, { undated: 'only' }))}>${text}</a>`}
  </div>`;
}

/// The two date fields.
export const dateFields = (state, commit) => [['from', firstDay(state.from)], ['to', lastDay(state.to)]].map(
  ([name, value]) => html`<label>${S[name]} <input type="date" value=${value} @change=${(e) => {
    if (!e.target.value || e.target.value >= FIRST_YEAR) commit({ [name]: e.target.value });
  }}></label>`);

/// The whole figure. `limited`: whether the search names a period, in its words or beside them. `commit` takes the changed
/// members of the search.
export function timeline({ histogram, state, undated, limited, commit }) {
  const { unit, bins } = histogram, n = bins.length, active = Boolean(state.from || state.to);
  const all = () => commit({ from: '', to: '', undated: 'exclude' });
  const fields = html`${dateFields(state, commit)}
    ${active ? html`<button class="link" type="button" @click=${all}>${S.wholeRange}</button>` : nothing}`;
  if (!n) return active ? html`<div class="tl-controls">${fields}</div>` : nothing;
  const [lo, hi] = covered(bins, unit, firstDay(state.from), lastDay(state.to));
  const highest = Math.max(1, undated, ...bins.map((b) => b.articles));
  const set = (a, b) => (a === 0 && b === n ? all() : commit({ from: bins[a].start, to: binEnd(bins[b - 1], unit) }));
  return html`<figure class="timeline" aria-labelledby="tl-h">
    <figcaption id="tl-h" class="vh">${S.timeline}</figcaption>
    <div class="tl-grid">
      <div class="plot-wrap">
        ${chart({ bins, unit, lo, hi, active, highest, set })}
        ${handle('lo', S.first[unit], lo, n, binName(bins[lo], unit), (x) => set(Math.min(x, hi - 1), hi))}
        ${handle('hi', S.last[unit], hi, n, binName(bins[hi - 1], unit), (x) => set(lo, Math.max(x, lo + 1)))}
        ${labels(bins, unit)}
      </div>
      ${undatedBar({ state, undated, highest, limited, commit })}
    </div>
    <div class="tl-controls">
      ${fields}
      <span class="key"><i class="k1"></i>${S.stated}</span><span class="key"><i class="k2"></i>${S.inferredKey}</span>
      ${table(bins, unit)}
      <span class="readout" aria-hidden="true"></span>
    </div>
  </figure>`;
}
