// SPDX-License-Identifier: GPL-2.0-or-later
// state.js - The address is the state: nothing about a search lives anywhere else.
//
// Names and values are those of the API. Defaults are left out and repeated values sorted: equal searches have equal
// addresses. What is not understood (an unknown name, a second q) is kept in `others` and sent on, for the server to refuse.

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

/// What an address may hold, with room for what an answer, an export or one link more adds: the server takes 8,192 bytes and
/// 64 parameters (docs/operations.md).
const FULL = { bytes: 7000, values: 52 };
export function fits(s) {
  const p = parameters(s);
  return p.size <= FULL.values && p.toString().length <= FULL.bytes;
}

export const address = (path, p) => (p?.size ? `${path}?${p}` : path);
export const searchUrl = (s, change) => address('/search', parameters(s, change));

/// The parameters of a search and those of `more` that are not empty.
export function plus(s, more) {
  const p = parameters(s);
  for (const [name, value] of Object.entries(more)) if (value !== '') p.set(name, value);
  return p;
}
/// An article as result number `offset` of a search.
export const articleUrl = (id, s, offset = 0) =>
  address(`/articles/${encodeURIComponent(id)}`, parameters(s, { offset, cursor: '' }));

/// A person, organisation or place in the matches of a search.
export const entityUrl = (id, s) => address(`/entities/${encodeURIComponent(id)}`, parameters(restarted(s)));

export const compareUrl = (left, right, s) => address('/compare', plus(s, { left, right }));

/// Where a search lies that somebody put behind the front page: bookmarks and search engines of browsers do. Null without one.
export function movedSearch({ pathname, search }) {
  const s = read(search);
  return pathname === '/' && parameters({ ...s, others: [] }).size ? searchUrl(s) : null;
}

/// Whether this page belongs to a search, which goes on from there.
export const isSearched = () => /^\/(search$|articles\/|compare$)/.test(location.pathname);

/// The search from its first result on, changed.
export const restarted = (s, change = {}) => ({ ...s, offset: 0, cursor: '', ...change });

/// Ticks a filter value, or unticks it.
export const toggle = (s, name, value) =>
  restarted(s, { [name]: s[name].includes(value) ? s[name].filter((v) => v !== value) : [...s[name], value] });

/// Applies an offered change: {q: "ferry", from: null}.
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

/// The code points `text` with the hint in place of the fault, and of what it repeats around it.
export function withHint(text, { start, end, hint }) {
  const before = text.slice(0, start).join(''), after = text.slice(end).join('');
  let lead = hint.length, tail = 0;
  while (!before.endsWith(hint.slice(0, lead))) lead--;
  while (!after.startsWith(hint.slice(tail))) tail++;
  return before.slice(0, before.length - lead) + hint + after.slice(hint.length - tail);
}
/// A refused search with the hint where the fault `e` is; null where that cannot be told.
export function mended(s, { code, parameter, start, end, found, hint }) {
  if (!hint) return null;
  if (parameter === 'q' && code === 'query.missing_operand') return restarted(s, { q: hint });  // the whole search
  if (parameter === 'q' && start !== undefined) return restarted(s, { q: withHint([...s.q], { start, end, hint }) });
  const now = s[parameter], put = code === 'parameter.unknown' ? ([, value]) => [hint, value] : ([name]) => [name, hint];
  const others = s.others.map((pair) => (pair[0] === parameter ? put(pair) : pair));
  if (others.some((pair) => !s.others.includes(pair))) return restarted(s, { others });
  return now === undefined ? null : restarted(s, { [parameter]: Array.isArray(now) ? now.map((v) => (v === found ? hint : v)) : hint });
}
