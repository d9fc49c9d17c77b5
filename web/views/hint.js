// SPDX-License-Identifier: GPL-2.0-or-later
// hint.js - A refused search, repaired by the server's hint.

/// `text`, the code points of a search, with the hint in place of the fault from `start` to `end`. A hint may be the whole
/// clause where the fault is but its value or its field: then it repeats what stands around the fault, and takes the place
/// of that too.
export function withHint(text, { start, end, hint }) {
  const before = text.slice(0, start).join(''), after = text.slice(end).join('');
  let lead = hint.length, tail = hint.length;
  while (!before.endsWith(hint.slice(0, lead))) lead--;
  while (!after.startsWith(hint.slice(hint.length - tail))) tail--;
  return before.slice(0, before.length - lead) + hint + after.slice(tail);
}
