#!/usr/bin/env python3
"""Finds words for people that do not go through the translation system: literals of two or more words in ui/ and
app/desktop outside tr(), translate() and QT_TRANSLATE_NOOP(). What is painted shows in no widget's text, so that
the pseudo-locale test cannot see it."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
WORDS = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}")
# Before the literal: it is translated, or it is no text for people.
TRANSLATED = re.compile(r"(?:\btr|translate|QT_TRANSLATE_NOOP3?|QT_TR_NOOP)\s*\((?:\s*\"[^\"]*\"\s*,)?\s*(?:\"(?:[^\"\\]|\\.)*\"\s*)*$")
TECHNICAL = re.compile(r"(?:Error|setStyleSheet|qFatal|qCritical|qWarning|Q_ASSERT_X|static_assert)\s*\([^;]*$|#\s*include.*$|Example\{\s*$")
# Errors are worded where they happen, in the core's English. Keys and the program's name are no words.
ALLOWED = {"Biomedica Curator"}
KEYS = re.compile(r"(?:(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:Return|Enter|Backspace|Del|Space|Tab|Left|Right|Esc|F\d+|\S)(?: |$))+")
STYLE = re.compile(r"[:;{]|<\w")


def without_comments_and_raw_strings(text):
    text = re.sub(r'R"\((.*?)\)"', '""', text, flags=re.DOTALL)
    return re.sub(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*', lambda match: match.group(1) or "", text)


def main():
    problems = []
    files = sorted((ROOT / "ui").rglob("*.cpp")) + sorted((ROOT / "app/desktop").rglob("*.cpp"))
    for path in files:
        text = without_comments_and_raw_strings(path.read_text())
        for match in LITERAL.finditer(text):
            literal = match.group(1)
            if not WORDS.search(literal) or STYLE.search(literal) or literal in ALLOWED or KEYS.fullmatch(literal):
                continue
            before = text[max(0, match.start() - 600):match.start()]
            if TRANSLATED.search(before) or TECHNICAL.search(before):
                continue
            line = text.count("\n", 0, match.start()) + 1
            problems.append(f'{path.relative_to(ROOT)}:{line}: "{literal}" is not translated')
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(files)} files, every text is translated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
