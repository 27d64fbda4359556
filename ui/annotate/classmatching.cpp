#include "ui/annotate/classmatching.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace biomedica::ui {

namespace {

/// The better ones first.
enum class Fit {
    WholeName,
    WholeSynonym,
    NameBegins,
    NameWords,
    SynonymBegins,
    SynonymWords,
    NamePart,
    SynonymPart,
    Letters
};

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.toCaseFolded().split(between, Qt::SkipEmptyParts);
}

struct Typed {
    QStringList words;
    QString together; ///< with single blanks

    explicit Typed(const QString& text) : words(wordsOf(text)), together(words.join(QLatin1Char(' '))) {}
};

template <typename Fits>
bool everyWord(const Typed& typed, const QStringList& words, Fits fits)
{
    return std::all_of(typed.words.begin(), typed.words.end(), [&](const QString& part) {
        return std::any_of(words.begin(), words.end(), [&](const QString& word) { return fits(word, part); });
    });
}

struct Levels {
    Fit whole, begins, words, part;
};
constexpr Levels nameLevels = {Fit::WholeName, Fit::NameBegins, Fit::NameWords, Fit::NamePart};
constexpr Levels synonymLevels = {Fit::WholeSynonym, Fit::SynonymBegins, Fit::SynonymWords, Fit::SynonymPart};

std::optional<Fit> fitOf(const Typed& typed, const QString& text, const Levels& levels)
{
    const QStringList words = wordsOf(text);
    const QString together = words.join(QLatin1Char(' '));
    if (together == typed.together)
        return levels.whole;
    if (together.startsWith(typed.together))
        return levels.begins;
    if (everyWord(typed, words, [](const QString& word, const QString& part) { return word.startsWith(part); }))
        return levels.words;
    if (everyWord(typed, words, [](const QString& word, const QString& part) { return word.contains(part); }))
        return levels.part;
    return std::nullopt;
}

/// The first letter begins a word: "brplt" is "bar plot", "rplt" is nothing.
bool hasLettersInOrder(const Typed& typed, const QString& name)
{
    constexpr int fewest = 3; // two letters are in almost every name
    const QString letters = typed.words.join(QString());
    if (letters.size() < fewest)
        return false;
    const QString text = wordsOf(name).join(QLatin1Char(' '));
    for (int begin = 0; begin < text.size(); ++begin) {
        if (text[begin] != letters[0] || (begin > 0 && text[begin - 1] != QLatin1Char(' ')))
            continue;
        int found = 0;
        for (int i = begin; i < text.size() && found < letters.size(); ++i)
            found += text[i] == letters[found] ? 1 : 0;
        if (found == letters.size())
            return true;
    }
    return false;
}

struct Ranked {
    Fit fit;
    ClassMatch match;
};

std::optional<Ranked> rank(const Typed& typed, const FindableClass& one, std::size_t index)
{
    std::optional<Ranked> best;
    const auto consider = [&](std::optional<Fit> fit, const QString& synonym) {
        if (fit && (!best || *fit < best->fit))
            best = Ranked{*fit, {index, synonym}};
    };
    consider(fitOf(typed, one.name, nameLevels), {});
    for (const QString& synonym : one.synonyms)
        consider(fitOf(typed, synonym, synonymLevels), synonym);
    if (!best && hasLettersInOrder(typed, one.name))
        consider(Fit::Letters, {});
    return best;
}

} // namespace

std::vector<ClassMatch> findClasses(const QString& text, const std::vector<FindableClass>& classes)
{
    const Typed typed(text);
    std::vector<Ranked> found;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (typed.words.isEmpty())
            found.push_back({Fit::WholeName, {i, {}}});
        else if (auto ranked = rank(typed, classes[i], i))
            found.push_back(std::move(*ranked));
    }
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.fit < b.fit; });
    std::vector<ClassMatch> matches;
    for (Ranked& one : found)
        matches.push_back(std::move(one.match));
    return matches;
}

} // namespace biomedica::ui
