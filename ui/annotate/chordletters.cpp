#include "ui/annotate/chordletters.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

const QString allKeys = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890");

bool isLetter(QChar character)
{
    return character >= QLatin1Char('A') && character <= QLatin1Char('Z');
}

} // namespace

std::vector<QChar> chordLettersFor(const std::vector<std::string>& names)
{
    QString free = allKeys;
    std::vector<QChar> letters;
    letters.reserve(names.size());
    for (const std::string& name : names) {
        // Decomposed, so that "É" offers its E.
        const QString candidates =
            QString::fromStdString(name).normalized(QString::NormalizationForm_D).toUpper() + allKeys;
        const auto found = std::find_if(candidates.begin(), candidates.end(), [&](QChar character) {
            return free.contains(character) && (isLetter(character) || free.at(0) == character);
        });
        letters.push_back(found == candidates.end() ? QChar() : *found);
        if (found != candidates.end())
            free.remove(*found);
    }
    return letters;
}

} // namespace biomedica::ui
