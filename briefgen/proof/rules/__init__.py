"""The rules about templates, one a file. A rule of a page needs one that was made; the others read the source."""

from briefgen.proof.rule import Rule, StyleRule
from briefgen.proof.rules import (
    tpl101_no_text_for_picture,
    tpl102_opacity,
    tpl103_form_or_attachment,
    tpl104_relative_link,
    tpl105_style_that_breaks,
    tpl106_heading_order,
    tpl107_table_without_heads,
    tpl108_no_language_or_title,
    tpl109_anchors,
)

SOURCE_RULES: tuple[Rule, ...] = (tpl101_no_text_for_picture, tpl103_form_or_attachment, tpl104_relative_link)
STYLE_RULES: tuple[StyleRule, ...] = (tpl102_opacity, tpl105_style_that_breaks)
PAGE_RULES: tuple[Rule, ...] = (
    *SOURCE_RULES,
    tpl106_heading_order,
    tpl107_table_without_heads,
    tpl108_no_language_or_title,
    tpl109_anchors,
)
