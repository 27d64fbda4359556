#include "ui/session/querywording.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace biomedica::ui {

using query::Field;
using query::Node;
using query::NodeKind;
using query::Trait;

namespace {

struct FieldWords {
    const char *name, *title;
};

// In the order of query::Field.
constexpr std::array fieldWords = {
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "caption"), QT_TRANSLATE_NOOP("QueryWording", "Caption")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "title"), QT_TRANSLATE_NOOP("QueryWording", "Title")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "abstract"), QT_TRANSLATE_NOOP("QueryWording", "Abstract")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "mentions"), QT_TRANSLATE_NOOP("QueryWording", "Mentions")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "note"), QT_TRANSLATE_NOOP("QueryWording", "Note")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "journal"), QT_TRANSLATE_NOOP("QueryWording", "Journal")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "MeSH"), QT_TRANSLATE_NOOP("QueryWording", "MeSH term")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "keyword"), QT_TRANSLATE_NOOP("QueryWording", "Keyword")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "subject"), QT_TRANSLATE_NOOP("QueryWording", "Subject")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "article"), QT_TRANSLATE_NOOP("QueryWording", "Article")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "key"), QT_TRANSLATE_NOOP("QueryWording", "Key")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "shard"), QT_TRANSLATE_NOOP("QueryWording", "Shard")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "subset"), QT_TRANSLATE_NOOP("QueryWording", "Subset")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "licence"), QT_TRANSLATE_NOOP("QueryWording", "Licence")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "cluster"), QT_TRANSLATE_NOOP("QueryWording", "Cluster")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "panel type"), QT_TRANSLATE_NOOP("QueryWording", "Panel type")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "subtype"), QT_TRANSLATE_NOOP("QueryWording", "Subtype")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "primary"), QT_TRANSLATE_NOOP("QueryWording", "Primary class")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "secondary"), QT_TRANSLATE_NOOP("QueryWording", "Secondary class")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "annotator"), QT_TRANSLATE_NOOP("QueryWording", "Annotator")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "source"), QT_TRANSLATE_NOOP("QueryWording", "Source of labels")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "status"), QT_TRANSLATE_NOOP("QueryWording", "Status")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "assigned to"), QT_TRANSLATE_NOOP("QueryWording", "Assigned to")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "year"), QT_TRANSLATE_NOOP("QueryWording", "Year")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "width"), QT_TRANSLATE_NOOP("QueryWording", "Width in pixels")},
    FieldWords{QT_TRANSLATE_NOOP("QueryWording", "height"), QT_TRANSLATE_NOOP("QueryWording", "Height in pixels")},
};

static_assert(fieldWords.size() == static_cast<std::size_t>(query::Field::Height) + 1);

constexpr int longestExample = 30;

std::function<QString(const std::string&)>& pictureTitles()
{
    static std::function<QString(const std::string&)> titles;
    return titles;
}

/// Keys begin with their batch and end with the figure: both tell them apart.
QString exampleText(const std::string& name)
{
    const QString title = pictureTitles() ? pictureTitles()(name) : QString();
    const QString text = title.isEmpty() ? fromUtf8(name) : title;
    if (text.size() <= longestExample)
        return text;
    constexpr int beginning = longestExample / 3;
    return text.left(beginning) + QStringLiteral("…") + text.right(longestExample - beginning - 1);
}

/// The value of a plain filter, without its field; nothing for another kind of node.
std::optional<QString> valueText(const Node& node)
{
    switch (node.kind) {
    case NodeKind::Value: return fromUtf8(node.text);
    case NodeKind::Range: return QueryWording::rangeText(node.low, node.high);
    case NodeKind::Is: return QueryWording::traitName(node.trait);
    case NodeKind::Has: return QueryWording::fieldName(*node.field);
    case NodeKind::Words:
        if (!node.field)
            return std::nullopt;
        return fromUtf8(node.text) + (node.pattern.isPrefix ? QStringLiteral("*") : QString());
    default: return std::nullopt;
    }
}

} // namespace

QString QueryWording::fieldName(Field field)
{
    return tr(fieldWords[static_cast<std::size_t>(field)].name);
}

QString QueryWording::fieldTitle(Field field)
{
    return tr(fieldWords[static_cast<std::size_t>(field)].title);
}

QString QueryWording::traitName(Trait trait)
{
    switch (trait) {
    case Trait::Labelled: return tr("labelled");
    case Trait::Unlabelled: return tr("unlabelled");
    case Trait::Disputed: return tr("disputed");
    case Trait::Flagged: return tr("flagged");
    case Trait::Duplicate: break;
    }
    return tr("duplicate");
}

QString QueryWording::rangeText(std::optional<std::int64_t> low, std::optional<std::int64_t> high)
{
    if (low && high)
        return *low == *high ? QString::number(*low) : tr("%1–%2", "a range").arg(*low).arg(*high);
    if (low)
        return tr("from %1", "a range").arg(*low);
    return high ? tr("up to %1", "a range").arg(*high) : tr("any", "a range");
}

void QueryWording::setPictureTitles(std::function<QString(const std::string& name)> titles)
{
    pictureTitles() = std::move(titles);
}

QString QueryWording::FilterText::lead() const
{
    if (!isExcluded || isSaidByField)
        return field;
    return field.isEmpty() ? tr("not", "before an excluded filter") : tr("not %1", "an excluded filter").arg(field);
}

QString QueryWording::FilterText::whole() const
{
    if (field.isEmpty())
        return isExcluded ? tr("not %1", "an excluded filter").arg(value) : value;
    return isExcluded && !isSaidByField ? tr("not %1 %2", "an excluded filter: field, value").arg(field, value)
                                        : tr("%1 %2", "a filter: field, value").arg(field, value);
}

std::optional<QueryWording::FilterText> QueryWording::filterText(const Node& part)
{
    if (part.kind == NodeKind::Not) {
        const Node& excluded = part.children.front();
        if (excluded.kind == NodeKind::Like)
            return FilterText{true, tr("unlike", "before an example"), exampleText(excluded.text), true};
        auto text = excluded.kind == NodeKind::Not ? std::nullopt : filterText(excluded);
        if (text)
            text->isExcluded = true;
        return text;
    }
    if (part.kind == NodeKind::Like)
        return FilterText{false, tr("like", "before an example"), exampleText(part.text)};
    const std::vector<Node> values = part.kind == NodeKind::Or ? part.children : std::vector<Node>{part};
    const Node& first = values.front();
    QStringList texts;
    for (const Node& value : values) {
        const auto text = valueText(value);
        if (!text || value.kind != first.kind || value.field != first.field)
            return std::nullopt;
        texts += *text;
    }
    const QString all = texts.join(tr(", ", "between the values of a filter"));
    switch (first.kind) {
    case NodeKind::Is: return FilterText{false, {}, all};
    case NodeKind::Has: return FilterText{false, tr("with", "has a title, a caption"), all};
    default: return FilterText{false, fieldName(*first.field), all};
    }
}

QString QueryWording::partText(const Node& part)
{
    const auto text = filterText(part);
    return text ? text->whole() : tr("“%1”", "a part of a query").arg(fromUtf8(query::toText({part, {}})));
}

} // namespace biomedica::ui
