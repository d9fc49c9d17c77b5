// SPDX-License-Identifier: GPL-2.0-or-later
// app.js - Routes, history and focus. Draws nothing itself.
//
// A page is a function of its address. One history entry is made per committed change (a search, a tick, a released
// drag, another page); loading only replaces. Each entry keeps its scroll offset and the result that was opened from it,
// and Back restores both after drawing. An article also keeps how many steps ago the list was (`steps`).
import { html, render } from './html.js';
import { S } from './strings.en.js';
import { read, searchUrl, take } from './state.js';
import * as api from './api.js';
import { notice } from './views/parts.js';
import { connectSearchBox } from './search_box.js';
import { connectKeys } from './keys.js';

const $ = (selector, root = document) => root.querySelector(selector);
const main = $('#main'), box = $('#q'), status = $('#status');
/// Addresses that this page draws; all others, such as exports, are left to the browser.
const OURS = /^\/(search|articles\/.*|sources|status|help|)$/;
const SLOW_AFTER = 1500, SCROLL_SETTLES = 150;

/// What stands on the page: {view: 'start' | 'results' | 'article' | …}, with its citation and marks when reading.
let current = {}, controller;

// History

history.scrollRestoration = 'manual';
const remember = (extra = {}) => history.replaceState({ ...history.state, y: scrollY, ...extra }, '');
let settling;
addEventListener('scroll', () => {
  clearTimeout(settling);
  settling = setTimeout(() => main.hasAttribute('aria-busy') || remember(), SCROLL_SETTLES);
}, { passive: true });

/// Shows a search under its own address. `focus: 'top'` scrolls to the head of the list.
function go(s, { focus } = {}) {
  const url = searchUrl(s);
  if (url !== location.pathname + location.search) {
    remember();
    history.pushState({}, '', url);
  }
  return route({ focus });
}
addEventListener('popstate', () => route({ pop: true }));

// Routes

/// Draws the page of the address. A newer call aborts an older one.
async function route({ pop = false, focus } = {}) {
  controller?.abort();
  controller = new AbortController();
  clearTimeout(settling);
  const { signal } = controller, s = read(), path = location.pathname;
  const slow = setTimeout(() => {
    document.body.classList.add('slow');
    status.textContent = S.slow;
  }, SLOW_AFTER);
  main.setAttribute('aria-busy', 'true');
  try {
    if (path.startsWith('/articles/')) await showArticle(decodeURIComponent(path.slice('/articles/'.length)), s, signal, pop);
    else if (path === '/' || (path === '/search' && !location.search)) await showStart(signal, pop);
    else if (path === '/search') await showResults(s, signal, pop, focus);
    else if (['/sources', '/status', '/help'].includes(path)) await showPage(path.slice(1), signal, pop);
    else show((await import('./views/trouble.js')).noSuchPage());
  } catch (error) {
    if (signal.aborted) return;
    await showError(error, s);
  } finally {
    clearTimeout(slow);
  }
  document.body.classList.remove('slow');
  main.removeAttribute('aria-busy');
  for (const a of document.querySelectorAll('.nav a')) {
    const here = a.pathname === path || (a.pathname === '/' && /^\/(search|articles\/)/.test(path));
    if (here) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
}
function show(page, title) {
  $('.boot')?.remove();
  render(page, main);
  document.title = title ? `${title} – ${S.title}` : S.title;
}
const restoreScroll = (pop) => scrollTo(0, pop ? history.state?.y ?? 0 : 0);

/// What is shown instead. Nothing more is loaded when the server is away.
async function showError(error, s) {
  current = {};
  if (document.activeElement !== box) box.value = s.q;
  const again = html`<button class="btn" @click=${retry}>${S.retry}</button>`;
  if (error.status) show((await import('./views/trouble.js')).trouble(error, s, again));
  else show(notice(S.offline, html`<p>${S.offlineHow}</p>${again}`));
  const said = $('h1', main).textContent;
  status.textContent = said;
  document.title = `${said} – ${S.title}`;
}
/// Loads the page anew once the server answers: browsers ask for a module once only, even if they did not get it.
async function retry() {
  try {
    await api.status();
    location.reload();
  } catch {
    status.textContent = S.offline;
  }
}
async function showStart(signal, pop) {
  const [r, about, view] = await Promise.all([api.overview({ signal }), api.status({ signal }), import('./views/start.js')]);
  signal.throwIfAborted();
  if (document.activeElement !== box) box.value = '';
  show(about.articles ? view.startPage(r, about, { go }) : (await import('./views/trouble.js')).emptyArchive());
  current = { view: 'start' };
  restoreScroll(pop);
}
async function showResults(s, signal, pop, focus) {
  const [r, view] = await Promise.all([api.search(s, { signal }), import('./views/results.js')]);
  const without = r.total.articles ? {} : await import('./views/none.js');
  signal.throwIfAborted();
  if (document.activeElement !== box || pop) box.value = s.q;
  const context = {
    go, none: without.none,
    redraw: () => draw(),
    copyLink: async () => (await copying()).copyLink(),
    copySearch: async () => (await copying()).copySearch(r),
  };
  const draw = () => show(view.results(r, s, context), s.q);
  performance.mark('answer');
  draw();
  performance.measure('draw', 'answer');
  current = { view: 'results' };
  status.textContent = S.both(r.total);
  if (pop) {
    restoreScroll(true);
    const opened = history.state?.opened;
    if (opened) $(`a.open[data-id="${CSS.escape(opened)}"]`)?.focus({ preventScroll: true });
  } else if (focus === 'top') scrollTo(0, 0);
}
async function showArticle(id, state, signal, pop) {
  const [furniture, s] = take(state, 'furniture'), view = await import('./views/reader.js');
  const article = await view.load(id, s, furniture, { signal });
  signal.throwIfAborted();
  box.value = s.q;
  show(view.reader(article, s), view.headline(article));
  current = { view: 'article', citation: view.citation(article.a), walk: view.walkMarks };
  view.findMarks();
  arrive(pop);
}
async function showPage(name, signal, pop) {
  const { load, page, title } = await import(`./views/${name}.js`);
  const answer = await load({ signal });
  signal.throwIfAborted();
  if (document.activeElement !== box) box.value = '';
  show(page(answer), title);
  current = { view: name };
  arrive(pop);
}
/// A new page is read from its heading; one that is gone back to, from where it was left.
function arrive(pop) {
  restoreScroll(pop);
  if (pop) return;
  const h = $('h1', main);
  h.tabIndex = -1;
  h.focus({ preventScroll: true });
}

// Acts of the reader

const copying = () => import('./views/copy.js');

document.addEventListener('click', (e) => {
  const button = e.target.closest('[data-hit],[data-cite],[data-print]');
  if (button?.dataset.hit) return current.walk(Number(button.dataset.hit));
  if (button && 'cite' in button.dataset) return copying().then((x) => x.copyCitation(current.citation));
  if (button) return print();
  const open = $('details.menu[open]');
  if (open && !open.contains(e.target)) open.open = false;

  const a = e.target.closest('a[href]');
  const elsewhere = !a || a.origin !== location.origin || a.hasAttribute('download') || a.target || !OURS.test(a.pathname)
    || a.getAttribute('href').startsWith('#');
  if (elsewhere || e.metaKey || e.ctrlKey || e.shiftKey || e.button) return;
  e.preventDefault();
  const steps = history.state?.steps ?? 0, reading = current.view === 'article';
  if ('back' in a.dataset && steps && reading) return history.go(-steps);
  $('#nav').hidePopover?.();
  remember(a.dataset.id ? { opened: a.dataset.id } : {});
  history.pushState({ steps: current.view === 'results' ? 1 : reading && a.rel && steps ? steps + 1 : 0 }, '', a.pathname + a.search);
  route({ focus: a.pathname === '/search' && !a.closest('.chips') ? 'top' : undefined });
});

// Theme: automatic, light, dark; theme.js reads the choice before the first paint.

const themeButton = $('#theme'), themes = ['auto', 'light', 'dark'];
function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  $('.vh', themeButton).textContent = S.theme[theme];
  themeButton.title = S.theme[theme];
  try {
    localStorage.setItem('theme', theme === 'auto' ? '' : theme);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
const theme = () => document.documentElement.dataset.theme ?? 'auto';
themeButton.addEventListener('click', () => setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length]));

setTheme(theme());
connectSearchBox({ box, list: $('#suggest'), form: $('#searchform'), go });
connectKeys({ box, dialog: $('#keys'), walk: (step) => current.walk?.(step), reading: () => current.view === 'article' });
route({ pop: true });
