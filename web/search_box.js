// SPDX-License-Identifier: GPL-2.0-or-later
// search_box.js - The box: submitting, and suggestions as a combobox with manual selection (ARIA Authoring Practices).
//
// A suggested word completes the one before the caret; a name or source becomes a filter.
import { html, render } from './html.js';
import { S } from './strings.en.js';
import { read, restarted, toggle, isSearched } from './state.js';
import { suggest } from './api.js';

const SHORTEST = 2, BLUR_WAITS = 100;

/// What is being typed before the caret; `text` is without field, sign and quotation mark.
function beingTyped(box) {
  const before = box.value.slice(0, box.selectionStart);
  const found = /(?:^|[\s(])(-?(?:\w+:)?["“]([^"“”]*))$/.exec(before) ?? /(?:^|\s)([-(=]*(?:\w+:)?([^\s"“”()]*))$/.exec(before);
  return found ? { start: before.length - found[1].length, field: found[1].length - found[2].length, text: found[2] } : null;
}
/// The types of suggestions that fit: a field narrows them, and several words are the beginning of a name.
function fitting(box, { start, field, text }) {
  const name = /(\w+):/.exec(box.value.slice(start, start + field))?.[1];
  const fits = name in S.suggests ? [name] : name ? ['word'] : Object.keys(S.suggests);
  return text.includes(' ') ? fits.filter((type) => type !== 'word') : fits;
}
/// Where the words begin that a suggestion stands for: both of "kim jong" for "Kim Jong Un".
function startOf(form, before, start) {
  const low = form.toLowerCase();
  for (let i = 0; i < start; i++) {
    if ((i === 0 || /\s/.test(before[i - 1])) && low.startsWith(before.slice(i).toLowerCase())) return i;
  }
  return start;
}

/// Listens on the form. `go(search, {focus})` shows a search.
export function connectSearchBox({ box, list, form, go }) {
  let items = [], at = -1, asking;

  function close() {
    asking?.abort();
    items = [];
    draw(-1);
  }
  function draw(place) {
    at = place;
    const option = (x, i) => html`<li role="option" id="sg-${i}" aria-selected=${i === at}
      @pointerdown=${(e) => { e.preventDefault(); choose(x); }}><bdi>${x.label}</bdi>
      <span>${S.suggests[x.type]}, ${S.articles(x.articles)}</span></li>`;
    render(items.map(option), list);
    list.hidden = !items.length;
    box.setAttribute('aria-expanded', String(items.length > 0));
    if (at < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `sg-${at}`);
  }
  function choose(x) {
    const typed = beingTyped(box), before = box.value.slice(0, box.selectionStart), after = box.value.slice(box.selectionStart);
    close();
    if (x.type === 'word') {
      const kept = before.slice(0, typed.start + typed.field) + x.value;
      box.value = kept + after;
      box.setSelectionRange(kept.length, kept.length);
      return;
    }
    const q = (before.slice(0, startOf(x.form, before, typed.start)) + after.replace(/^["”]/, '')).trim();
    const s = read();
    box.value = q;
    go(restarted(s[x.type].includes(x.value) ? s : toggle(s, x.type, x.value), { q, others: [] }), { focus: 'top' });
  }
  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking, typed = beingTyped(box);
    if (!typed || typed.text.trim().length < SHORTEST) return close();
    try {
      const types = fitting(box, typed);
      items = (await suggest(typed.text.trim(), types, signal)).suggestions.filter((x) => types.includes(x.type));
      draw(-1);
    } catch {
      // Superseded by the next letter.
    }
  }

  form.addEventListener('submit', (e) => {
    e.preventDefault();
    close();
    // From a list, an article or a comparison the filters stay; from elsewhere the search is a new one.
    const s = read(isSearched() ? location.search : '');
    go(restarted(s, { q: box.value.trim(), others: [] }), { focus: 'top' });
  });
  box.addEventListener('input', (e) => e.isComposing || ask());
  box.addEventListener('keydown', (e) => {
    const n = items.length, to = { ArrowDown: (at + 1) % n, ArrowUp: at > 0 ? at - 1 : n - 1 }[e.key];
    if (e.isComposing) return;
    if (e.key === 'Escape') {  // The browser would empty the field.
      if (list.hidden) box.blur();
      close();
    } else if (n && to !== undefined) draw(to);
    else if (e.key === 'Enter' && at >= 0) choose(items[at]);
    else return;
    e.preventDefault();
  });
  box.addEventListener('blur', () => setTimeout(close, BLUR_WAITS));
}
