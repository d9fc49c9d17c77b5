// SPDX-License-Identifier: GPL-2.0-or-later
// stream_unpacking.h - gzip and zstd undone as they are read, to the last byte that can be had.
//
// A download that was broken off and a disk that filled leave "2019.jsonl.gz" without its end. What
// was packed before the break is text all the same. libarchive hands over blocks of 64 KiB and more
// and loses the one that it cannot fill, which of most articles is all there is; the two formats in
// which news is kept are therefore undone here.
#pragma once

#include "indexer/readers/unpacking.h"

#include <memory>

namespace indexer {

/// Whether `packing` is undone here.
bool is_stream(Packing packing);

/// Undoes `packing`, which must be such a one. Members or frames behind each other are one text;
/// what follows the last gzip member and is none is passed over. `from` must outlive it.
std::unique_ptr<Unpacked> unpacked_stream(Bytes& from, Packing packing);

}  // namespace indexer
