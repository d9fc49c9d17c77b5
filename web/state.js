// SPDX-License-Identifier: GPL-2.0-or-later
// state.js - The address is the state: nothing about a search lives anywhere else.
//
// Names and values are those of the API. Defaults are left out and repeated values sorted, so that equal searches have
// equal addresses. What the page does not understand (an unknown name, a second q, an offset that is no number) is kept
// in `others` and sent on: the server refuses it by name.

/// Filters that may repeat, also as `-name`.
export const LISTS = ['source', 'site', 'author', 'section', 'agency', 'lang', 'tag', 'person', 'org', 'place', 'certainty'];
/// Filters of one value each.
export const SINGLES = ['story', 'event'];
/// Rows of a page of results.
export const PAGE = 20;
/// Beyond this the API takes a cursor.
export const LAST_OFFSET = 10000;

const DEFAULTS = {
  q: '', from: '', to: '', date_basis: 'published', undated: 'exclude', story: '', event: '',
  fold: 'story', sort: '', limit: PAGE, offset: 0, cursor: '',
};
const NUMBERS = ['limit', 'offset'];

/// An empty search.
export const blank = () => ({
  ...DEFAULTS,
  ...Object.fromEntries(LISTS.flatMap((name) => [[name, []], [`-${name}`, []]])),
  others: [],
});

/// The search of an address, given from its question mark on.
export function read(search = location.search) {
  const s = blank(), seen = new Set();
  for (const [name, value] of new URLSearchParams(search)) {
    const single = name in DEFAULTS && !seen.has(name) && !(NUMBERS.includes(name) && !/^\d{1,9}$/.test(value));
    seen.add(name);
    if (LISTS.includes(name.replace(/^-/, ''))) s[name].push(value);
    else if (single) s[name] = NUMBERS.includes(name) ? Number(value) : value;
    else s.others.push([name, value]);
  }
  return s;
}

/// The search, changed, as parameters in a fixed order without defaults.
export function parameters(s, change = {}) {
  const x = { ...s, ...change }, p = new URLSearchParams();
  const put = (...names) => {
    for (const name of names) if (x[name] !== DEFAULTS[name] && x[name] !== '') p.set(name, x[name]);
  };
  put('q', 'from', 'to', 'date_basis', 'undated');
  for (const list of LISTS) {
    for (const name of [list, `-${list}`]) for (const value of [...x[name]].sort()) p.append(name, value);
  }
  put('story', 'event', 'fold', 'sort', 'limit', 'offset', 'cursor');
  for (const [name, value] of x.others) p.append(name, value);
  return p;
}

const address = (path, p) => (p.size ? `${path}?${p}` : path);
export const searchUrl = (s, change) => address('/search', parameters(s, change));

/// An article as result number `offset` of a search.
export const articleUrl = (id, s, offset = 0) =>
  address(`/articles/${encodeURIComponent(id)}`, parameters(s, { offset, cursor: '' }));

/// The search from its first result on, changed.
export const restarted = (s, change = {}) => ({ ...s, offset: 0, cursor: '', ...change });

/// Ticks a filter value, or unticks it.
export const toggle = (s, name, value) =>
  restarted(s, { [name]: s[name].includes(value) ? s[name].filter((v) => v !== value) : [...s[name], value] });

/// Applies a change that the server offers: {q: "ferry", from: null}.
export function apply(s, change) {
  const out = restarted(s);
  for (const [name, value] of Object.entries(change)) {
    if (Array.isArray(out[name])) out[name] = value === null ? [] : [value].flat();
    else out[name] = value ?? DEFAULTS[name];
  }
  return out;
}

/// [`name` of the unknown values or '', the search without it].
export function take(s, name) {
  const found = s.others.find(([key]) => key === name);
  return [found?.[1] ?? '', { ...s, others: s.others.filter((pair) => pair !== found) }];
}
