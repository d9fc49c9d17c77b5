// SPDX-License-Identifier: GPL-2.0-or-later
// chosen.js - What somebody chose for this browser: the theme, whether single keys act.

/// What this browser remembers, and from now on `value` if that is given; null where storage is switched off.
export const chosen = (name, value) => {
  try {
    if (value) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
