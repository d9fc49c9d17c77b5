// SPDX-License-Identifier: GPL-2.0-or-later
// copy.js - Puts a text on the clipboard and says so, to see and to hear.
import { S } from '../strings.pages.en.js';

const TOAST_STAYS = 1800;

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return prompt(S.copyByHand, text);
  }
  document.getElementById('status').textContent = said;
  const toast = Object.assign(document.createElement('p'), { className: 'toast', textContent: said, ariaHidden: 'true' });
  document.body.append(toast);
  setTimeout(() => toast.remove(), TOAST_STAYS);
}
export const copyLink = () => copy(location.href, S.copied);
export const copySearch = (r) => copy(S.searchCitation(r, location.href), S.copiedSearch);
export const copyCitation = (citation) => copy(citation, S.citeCopied);
