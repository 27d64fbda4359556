#include "ui/search/criterion.h"

#include "ui/common/markedtext.h"
#include "ui/search/term.h"

#include <QStringList>
#include <algorithm>

namespace biomedica::ui {

namespace {

using Subject = Criterion::Subject;
using query::Field;
using query::FieldKind;
using query::Node;
using query::NodeKind;

QString prefixOf(const Criterion& criterion)
{
    if (criterion.subject != Subject::Field)
        return {};
    return QString::fromUtf8(query::infoOf(criterion.field).name) + QLatin1Char(':');
}

/// In quotation marks where it needs them; a star at the end keeps its meaning.
QString wordText(const QString& word)
{
    const QString stem = word.chopped(word.endsWith(QLatin1Char('*')) ? 1 : 0);
    return stem.isEmpty() || query::needsQuotes(toUtf8(stem)) ? quotedValue(word) : word;
}

QStringList wordsOf(const QString& text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList valuesOf(const QString& text)
{
    QStringList values;
    for (const QString& value : text.split(QLatin1Char(';')))
        if (!value.trimmed().isEmpty())
            values += value.trimmed();
    return values;
}

QString joinedBy(const QStringList& parts, const QString& prefix, const QString& between)
{
    QStringList prefixed;
    for (const QString& part : parts)
        prefixed += prefix + part;
    return prefixed.join(between);
}

QString anyOf(const QStringList& parts, const QString& prefix)
{
    const QString text = joinedBy(parts, prefix, QStringLiteral(" OR "));
    return parts.size() > 1 ? QLatin1Char('(') + text + QLatin1Char(')') : text;
}

QStringList quotedValues(const QString& text)
{
    QStringList values;
    for (const QString& value : valuesOf(text))
        values += quotedValue(value);
    return values;
}

QStringList wordTexts(const QString& text)
{
    QStringList words;
    for (const QString& word : wordsOf(text))
        words += wordText(word);
    return words;
}

std::variant<std::vector<Node>, QString> partsOf(const Criterion& criterion)
{
    const auto parsed = query::parseWithPlace(toUtf8(textOf(criterion)));
    if (const auto* mistake = std::get_if<query::SyntaxError>(&parsed))
        return fromUtf8(mistake->message);
    return query::conjunctsOf(std::get<query::Query>(parsed));
}

bool says(const Criterion& criterion, const Node& part)
{
    const auto parts = partsOf(criterion);
    const auto* nodes = std::get_if<std::vector<Node>>(&parts);
    return nodes && nodes->size() == 1 && nodes->front() == part;
}

Criterion about(const Node& node)
{
    Criterion criterion;
    criterion.subject = node.field ? Subject::Field : Subject::Anywhere;
    criterion.field = node.field.value_or(Field::Caption);
    return criterion;
}

/// As a word or a phrase is written behind its field.
QString patternText(const Node& words)
{
    const QString text = fromUtf8(query::toText({words, {}}));
    return words.field ? text.mid(prefixOf(about(words)).size()) : text;
}

QString traitText(const Node& node)
{
    return fromUtf8(query::traitName(node.trait));
}

QString numberText(std::optional<std::int64_t> number)
{
    return number ? QString::number(*number) : QString();
}

/// What one node without OR or NOT says; checked by the caller.
Criterion plainCriterion(const Node& node)
{
    Criterion criterion = about(node);
    switch (node.kind) {
    case NodeKind::Words:
        criterion.text = patternText(node);
        if (criterion.text.startsWith(QLatin1Char('"'))) {
            criterion.test = CriterionTest::Phrase;
            criterion.text = fromUtf8(node.text);
        }
        break;
    case NodeKind::Value:
        criterion.test = CriterionTest::OneOf;
        criterion.text = fromUtf8(node.text);
        break;
    case NodeKind::Range:
        criterion.test = CriterionTest::Between;
        criterion.low = numberText(node.low);
        criterion.high = numberText(node.high);
        break;
    case NodeKind::Is:
        criterion.subject = Subject::State;
        criterion.test = CriterionTest::Is;
        criterion.text = traitText(node);
        break;
    case NodeKind::Has: criterion.test = CriterionTest::Filled; break;
    default: break;
    }
    return criterion;
}

/// The other way round, where there is one.
std::optional<CriterionTest> oppositeOf(CriterionTest test)
{
    switch (test) {
    case CriterionTest::AllWords: return CriterionTest::NoWord;
    case CriterionTest::OneOf: return CriterionTest::NoneOf;
    case CriterionTest::Filled: return CriterionTest::Empty;
    case CriterionTest::Is: return CriterionTest::IsNot;
    default: return std::nullopt;
    }
}

/// An OR of words, or of values, of one field.
Criterion alternativesOf(const Node& node)
{
    Criterion criterion = plainCriterion(node.children.front());
    const bool areWords = criterion.test == CriterionTest::AllWords;
    QStringList texts;
    for (const Node& child : node.children)
        texts += plainCriterion(child).text;
    criterion.text = texts.join(areWords ? QStringLiteral(" ") : QStringLiteral("; "));
    if (areWords)
        criterion.test = CriterionTest::AnyWord;
    return criterion;
}

Criterion criterionOf(const Node& part)
{
    Criterion criterion;
    if (part.kind == NodeKind::Or) {
        criterion = alternativesOf(part);
    } else if (part.kind == NodeKind::Not) {
        criterion = plainCriterion(part.children.front());
        criterion.test = oppositeOf(criterion.test).value_or(criterion.test);
    } else {
        criterion = plainCriterion(part);
    }
    if (says(criterion, part))
        return criterion;
    Criterion whole;
    whole.subject = Subject::Language;
    whole.test = CriterionTest::Language;
    whole.text = fromUtf8(query::toText({part, {}}));
    return whole;
}

std::size_t lineOfExample(const Criteria& criteria)
{
    const auto found = std::find_if(criteria.lines.begin(), criteria.lines.end(), [](const Criterion& line) {
        return line.subject == Subject::Language && line.text.contains(QLatin1String("like:"));
    });
    return found == criteria.lines.end() ? 0 : static_cast<std::size_t>(found - criteria.lines.begin());
}

/// Words side by side that are all wanted, or all not wanted, in the same place stand in one line.
bool takesIn(Criterion& line, const Criterion& next)
{
    const bool isSame = line.subject == next.subject && line.field == next.field && line.test == next.test;
    const bool areWords = line.test == CriterionTest::AllWords || line.test == CriterionTest::NoWord;
    if (!isSame || !areWords)
        return false;
    line.text += QLatin1Char(' ') + next.text;
    return true;
}

} // namespace

std::vector<CriterionTest> testsOf(Subject subject, Field field)
{
    using enum CriterionTest;
    switch (subject) {
    case Subject::Anywhere: return {AllWords, Phrase, AnyWord, NoWord};
    case Subject::State: return {Is, IsNot};
    case Subject::Language: return {Language};
    case Subject::Field: break;
    }
    switch (query::infoOf(field).kind) {
    case FieldKind::Text: return {AllWords, Phrase, AnyWord, NoWord, Filled, Empty};
    case FieldKind::Number: return {Between, Filled, Empty};
    case FieldKind::Value: break;
    }
    return {OneOf, NoneOf, Filled, Empty};
}

bool isUnfinished(const Criterion& criterion)
{
    switch (criterion.test) {
    case CriterionTest::Filled:
    case CriterionTest::Empty: return false;
    case CriterionTest::Between: return criterion.low.trimmed().isEmpty() && criterion.high.trimmed().isEmpty();
    case CriterionTest::OneOf:
    case CriterionTest::NoneOf: return valuesOf(criterion.text).isEmpty();
    default: return criterion.text.trimmed().isEmpty();
    }
}

QString textOf(const Criterion& criterion)
{
    if (isUnfinished(criterion))
        return {};
    const QString prefix = prefixOf(criterion);
    const QString name = prefix.chopped(prefix.isEmpty() ? 0 : 1);
    const QString blank = QStringLiteral(" ");
    switch (criterion.test) {
    case CriterionTest::AllWords: return joinedBy(wordTexts(criterion.text), prefix, blank);
    case CriterionTest::AnyWord: return anyOf(wordTexts(criterion.text), prefix);
    case CriterionTest::NoWord: return joinedBy(wordTexts(criterion.text), QLatin1Char('-') + prefix, blank);
    case CriterionTest::Phrase:
        return prefix + QLatin1Char('"') + QString(criterion.text).remove(QLatin1Char('"')).simplified()
               + QLatin1Char('"');
    case CriterionTest::OneOf: return anyOf(quotedValues(criterion.text), prefix);
    case CriterionTest::NoneOf: return joinedBy(quotedValues(criterion.text), QLatin1Char('-') + prefix, blank);
    case CriterionTest::Between:
        return prefix + criterion.low.trimmed() + QStringLiteral("..") + criterion.high.trimmed();
    case CriterionTest::Filled: return QStringLiteral("has:") + name;
    case CriterionTest::Empty: return QStringLiteral("-has:") + name;
    case CriterionTest::Is: return QStringLiteral("is:") + criterion.text;
    case CriterionTest::IsNot: return QStringLiteral("-is:") + criterion.text;
    case CriterionTest::Language: break;
    }
    return criterion.text.trimmed();
}

Criteria criteriaOf(const query::Query& query)
{
    Criteria criteria;
    std::vector<Node> parts = query::conjunctsOf(query);
    if (query.root.kind == NodeKind::Or && criterionOf(query.root).subject == Subject::Language) {
        criteria.isAny = true;
        parts = query.root.children;
    }
    for (const Node& part : parts) {
        Criterion line = criterionOf(part);
        if (criteria.isAny || criteria.lines.empty() || !takesIn(criteria.lines.back(), line))
            criteria.lines.push_back(std::move(line));
    }
    return criteria;
}

std::variant<query::Query, CriterionMistake> queryOf(const Criteria& criteria, const query::Query& before)
{
    std::vector<Node> all;
    for (std::size_t line = 0; line < criteria.lines.size(); ++line) {
        if (isUnfinished(criteria.lines[line]))
            continue;
        auto parts = partsOf(criteria.lines[line]);
        if (const auto* message = std::get_if<QString>(&parts))
            return CriterionMistake{line, *message};
        auto& nodes = std::get<std::vector<Node>>(parts);
        if (criteria.isAny)
            nodes = {query::joined(NodeKind::And, std::move(nodes))};
        std::move(nodes.begin(), nodes.end(), std::back_inserter(all));
    }
    query::Query asked{query::joined(criteria.isAny ? NodeKind::Or : NodeKind::And, std::move(all)), before.sort};
    // As the language nests it: an OR within an OR is one.
    auto canonical = query::parseWithPlace(query::toText(asked));
    if (const auto* mistake = std::get_if<query::SyntaxError>(&canonical)) // an example below an OR
        return CriterionMistake{lineOfExample(criteria), fromUtf8(mistake->message)};
    asked.root = std::move(std::get<query::Query>(canonical).root);
    return asked;
}

} // namespace biomedica::ui
