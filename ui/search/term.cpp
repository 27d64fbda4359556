#include "ui/search/term.h"

#include "core/query/query.h"
#include "ui/common/markedtext.h"

namespace biomedica::ui {

namespace {

bool separates(QChar c)
{
    return c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')');
}

} // namespace

Term termAt(const QString& text, int cursor)
{
    // Blanks within quotation marks do not separate: whether one is within is known from the beginning only.
    Term term;
    bool isQuoted = false;
    const auto isEscaped = [&](int at) { return isQuoted && at > 0 && text[at - 1] == QLatin1Char('\\'); };
    for (int at = 0; at < cursor; ++at) {
        if (text[at] == QLatin1Char('"') && !isEscaped(at))
            isQuoted = !isQuoted;
        else if (!isQuoted && separates(text[at]))
            term.begin = at + 1;
    }
    for (term.end = cursor; term.end < text.size(); ++term.end) {
        if (text[term.end] == QLatin1Char('"') && !isEscaped(term.end))
            isQuoted = !isQuoted;
        else if (!isQuoted && separates(text[term.end]))
            break;
    }
    while (term.begin < cursor && text[term.begin] == QLatin1Char('-'))
        ++term.begin;
    const QString typed = text.mid(term.begin, cursor - term.begin);
    const auto colon = typed.indexOf(QLatin1Char(':'));
    term.hasColon = colon >= 0 && !typed.left(colon).contains(QLatin1Char('"'));
    term.field = term.hasColon ? typed.left(colon) : QString();
    term.word = term.hasColon ? typed.mid(colon + 1) : typed;
    term.word.remove(QLatin1Char('"'));
    return term;
}

QString quotedValue(const QString& value)
{
    query::Node node;
    node.kind = query::NodeKind::Value;
    node.text = toUtf8(value);
    return fromUtf8(query::toText({node, {}}));
}

} // namespace biomedica::ui
