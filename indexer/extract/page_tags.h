// SPDX-License-Identifier: GPL-2.0-or-later
// page_tags.h - The HTML elements that matter for finding an article, and what each is to us.
#pragma once

#include <cstdint>
#include <string_view>

namespace indexer {

enum class Tag : std::uint8_t {
    other,
    text,
    root,
    html,
    head,
    body,
    title,
    meta,
    link,
    base,
    script,
    style,
    noscript,
    template_,
    iframe,
    svg,
    canvas,
    math,
    object,
    embed,
    applet,
    audio,
    video,
    map,
    dialog,
    menu,
    button,
    select,
    option,
    textarea,
    input,
    label,
    fieldset,
    form,
    nav,
    aside,
    footer,
    header,
    main,
    article,
    section,
    div,
    p,
    blockquote,
    pre,
    center,
    address,
    details,
    summary,
    hr,
    br,
    figure,
    figcaption,
    caption,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    ul,
    ol,
    li,
    dl,
    dt,
    dd,
    table,
    thead,
    tbody,
    tfoot,
    tr,
    td,
    th,
    a,
    abbr,
    b,
    em,
    i,
    span,
    strong,
    time,
};

/// The tag of an element name in lower case; Tag::other for all the rest.
Tag tag_named(std::string_view name);

/// Parts paragraphs: p, div, li, h2 ...
bool is_block(Tag tag);

/// h1 to h6
bool is_heading(Tag tag);

/// Holds no text that anybody reads: script, style, head.
bool is_silent(Tag tag);

/// Never part of an article: embeds and the controls of forms.
bool is_never_article(Tag tag);

}  // namespace indexer
