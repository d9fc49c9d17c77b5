// SPDX-License-Identifier: GPL-2.0-or-later
// app.js - Routes, history and focus. Draws nothing itself.
//
// A page is a function of its address. Each committed change makes one history entry; loading only replaces. An entry keeps
// its scroll offset and the result that was opened from it, which Back restores after drawing, and how many steps ago the
// page stood that its link leads back to (`steps`).
import { html, draw as drawInto } from './html.js';
import { S } from './strings.en.js';
import { read, searchUrl, isSearched, movedSearch } from './state.js';
import * as api from './api.js';
import { notice } from './views/parts.js';
import { connectSearchBox } from './search_box.js';
import { chosen } from './chosen.js';
import { connectKeys } from './keys.js';

const $ = (selector, root = document) => root.querySelector(selector);
const main = $('#main'), box = $('#q'), status = $('#status');
const SLOW_AFTER = 1500, SCROLL_SETTLES = 150;

/// What stands on the page, by the name of its module in views/.
let current, controller;

history.scrollRestoration = 'manual';
const remember = (extra = {}) => history.replaceState({ ...history.state, y: scrollY, ...extra }, '');
let settling;
addEventListener('scroll', () => {
  clearTimeout(settling);
  settling = setTimeout(() => main.hasAttribute('aria-busy') || remember(), SCROLL_SETTLES);
}, { passive: true });

/// Shows a search. `focus: 'top'` scrolls to the head of the list.
function go(s, { focus } = {}) {
  const url = searchUrl(s);
  if (url !== location.pathname + location.search) {
    remember();
    history.pushState({}, '', url);
  }
  return route({ focus });
}
/// Goes to any page of ours.
function visit(url) {
  remember();
  history.pushState({}, '', url);
  return route();
}
addEventListener('popstate', () => route({ pop: true }));

/// The module of views/ that draws an address. All that has none, such as an export, is left to the browser.
function viewOf({ pathname, search }) {
  if (pathname.startsWith('/articles/')) return 'reader';
  if (/^\/entities(\/|$)/.test(pathname)) return 'entities';
  if (pathname === '/timeline') return 'trends';
  if (pathname === '/search') return search ? 'results' : 'start';
  return pathname === '/' ? 'start' : /^\/(compare|kwic|terms|first|sources|status|help)$/.exec(pathname)?.[1];
}
/// Draws the page of the address. A newer call aborts an older one.
async function route({ pop = false, focus } = {}) {
  controller?.abort();
  controller = new AbortController();
  clearTimeout(settling);
  const moved = movedSearch(location);
  if (moved) history.replaceState(history.state, '', moved);
  const { signal } = controller, s = read(), name = viewOf(location);
  const slow = setTimeout(() => {
    main.classList.add('slow');
    status.textContent = S.slow;
  }, SLOW_AFTER);
  main.setAttribute('aria-busy', 'true');
  try {
    if (name === 'results') await showResults(s, signal, pop, focus);
    else if (name) await showPage(name, s, signal, pop);
    else show((await import('./views/trouble.js')).noSuchPage());
  } catch (error) {
    if (signal.aborted) return;
    await showError(error, s);
  } finally {
    clearTimeout(slow);
  }
  main.classList.remove('slow');
  main.removeAttribute('aria-busy');
  for (const a of document.querySelectorAll('.nav a')) {
    if (a.pathname === location.pathname || (a.pathname === '/' && isSearched())) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
}
/// `title`: of the window; without it the heading of the page.
function show(page, title) {
  $('.boot')?.remove();
  drawInto(page, main);
  title ??= $('h1', main).textContent.trim();
  document.title = title ? `${title} – ${S.title}` : S.title;
}
const restoreScroll = (pop) => scrollTo(0, pop ? history.state?.y ?? 0 : 0);

/// Nothing more is loaded when the server is away.
async function showError(error, s) {
  current = '';
  if (document.activeElement !== box) box.value = s.q;
  const again = html`<button class="btn" @click=${retry}>${S.retry}</button>`;
  if (error.status) show((await import('./views/trouble.js')).trouble(error, s, again));
  else show(notice(S.offline, html`<p>${S.offlineHow}</p>${again}`));
  status.textContent = $('h1', main).textContent;
}
/// Loads anew once the server answers: browsers ask for a module once only, even in vain.
async function retry() {
  try {
    await api.status();
    location.reload();
  } catch {
    status.textContent = S.offline;
  }
}
async function showResults(s, signal, pop, focus) {
  const [r, view] = await Promise.all([api.search(s, signal), import('./views/results.js')]);
  const without = r.total.articles ? {} : await import('./views/trouble.js');
  signal.throwIfAborted();
  if (document.activeElement !== box || pop) box.value = s.q;
  const draw = () => signal.aborted || show(view.results(r, s, context), s.q), context = { go, redraw: draw, none: without.none };
  performance.mark('answer');
  draw();
  performance.measure('draw', 'answer');
  current = 'results';
  status.textContent = S.both(r.total);
  if (pop) {
    restoreScroll(true);
    const opened = history.state?.opened;
    if (opened) $(`[data-id="${CSS.escape(opened)}"]`)?.focus({ preventScroll: true });
  } else if (focus === 'top') scrollTo(0, 0);
}
/// What is needed whatever the address says is asked for while the module is on its way.
const EARLY = { start: api.start, sources: api.sources, status: api.status };
async function showPage(name, s, signal, pop) {
  const [view, early] = await Promise.all([import(`./views/${name}.js`), EARLY[name]?.(signal)]);
  const answer = await (view.load?.(signal, s) ?? early);
  signal.throwIfAborted();
  if (document.activeElement !== box || name === 'reader') box.value = s.q;
  show(view.page(answer, go, visit), view.title?.(answer));
  current = name;
  view.drawn?.();
  restoreScroll(pop);
  if (pop) return;
  // A new page is read from its heading; one that is gone back to, from where it was left.
  const h = $('h1', main);
  h.tabIndex = -1;
  h.focus({ preventScroll: true });
}

document.addEventListener('click', (e) => {
  const open = $('details.menu[open]'), a = e.target.closest('a[href]');
  if (open && !open.contains(e.target)) open.open = false;
  const elsewhere = !a || a.origin !== location.origin || a.hasAttribute('download') || a.target || !viewOf(a)
    || a.getAttribute('href').startsWith('#');
  if (elsewhere || e.metaKey || e.ctrlKey || e.shiftKey || e.button) return;
  e.preventDefault();
  const steps = history.state?.steps ?? 0, reading = current === 'reader', toRead = viewOf(a) === 'reader';
  if ('back' in a.dataset && steps) return history.go(-steps);
  $('#nav').hidePopover?.();
  remember(a.dataset.id ? { opened: a.dataset.id } : {});
  // From the list an article is one step on, from article to article one more; a comparison is one step from its text.
  const on = toRead ? current === 'results' || (reading && steps && steps + 1) : reading;
  history.pushState({ steps: Number(on) }, '', a.pathname + a.search);
  route({ focus: a.pathname === '/search' && !a.closest('.chips') ? 'top' : undefined });
});

// theme.js reads the choice before the first paint.
const themeButton = $('#theme'), themes = Object.keys(S.theme), look = document.documentElement.dataset;
function setTheme(theme) {
  look.theme = theme;
  themeButton.title = $('.vh', themeButton).textContent = S.theme[theme];
  chosen('theme', theme);
}
themeButton.addEventListener('click', () => setTheme(themes[(themes.indexOf(look.theme) + 1) % themes.length]));

setTheme(look.theme ?? 'auto');
connectSearchBox({ box, list: $('#suggest'), form: $('#searchform'), go });
connectKeys({ box, dialog: $('#keys') });
route({ pop: true });
