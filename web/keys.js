// SPDX-License-Identifier: GPL-2.0-or-later
// keys.js - Single-key shortcuts.
//
// They can be switched off, the question mark included (WCAG 2.1.4), in the dialog of views/keys.js; the help page opens it too.
// j and k move real focus to the headline links, so that Enter, a screen reader and Ctrl-click all do what they always do.

const $ = (selector) => document.querySelector(selector);
const TYPING = 'input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]';

/// Whether the reader has switched the keys off.
export const switchedOff = () => {
  try {
    return localStorage.getItem('keys') === 'off';
  } catch {
    return false;
  }
};
const openDialog = async (dialog) => (await import('./views/keys.js')).openKeys(dialog);

/// Listens on the document. `reading()` says whether an article is shown; `walk(step)` goes through its marks.
export function connectKeys({ box, dialog, reading, walk }) {
  function step(by) {
    if (reading()) return $(`.crumbs a[rel=${by > 0 ? 'next' : 'prev'}]`)?.click();
    const links = [...document.querySelectorAll('a.open')], focused = document.activeElement.closest('.hit')?.querySelector('a.open');
    const i = links.indexOf(focused), next = i < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, i + by));
    links[next]?.focus();
    links[next]?.closest('.hit').scrollIntoView({ block: 'nearest' });
  }
  const acts = {
    '/': () => { box.focus(); box.select(); },
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement.closest('a.open')?.click(),
    u: () => $('[data-back]')?.click(),
    n: () => walk(1),
    p: () => walk(-1),
    c: () => reading() && $('[data-cite]').click(),
    '?': () => openDialog(dialog),
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest(TYPING) || $('dialog[open]')) return;
    if (switchedOff() || !acts[e.key]) return;
    e.preventDefault();
    acts[e.key]();
  });
  document.addEventListener('click', (e) => e.target.closest('[data-keys]') && openDialog(dialog));
}
