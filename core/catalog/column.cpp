#include "core/catalog/column.h"

#include "core/base/text.h"

#include <algorithm>

namespace biomedica::catalog {

std::vector<std::string> Column::textsOf(std::uint32_t row) const
{
    std::vector<std::string> texts;
    for (const ValueIndex value : valuesOf(setOf(row)))
        texts.push_back(m_values[value]);
    return texts;
}

Bitmap Column::rowsWith(std::string_view text) const
{
    const std::string wanted = foldCase(text);
    std::vector<bool> valueMatches(m_values.size());
    for (std::size_t i = 0; i < m_values.size(); ++i)
        valueMatches[i] = foldCase(m_values[i]) == wanted;
    std::vector<bool> setMatches(m_sets.size());
    for (std::size_t i = 0; i < m_sets.size(); ++i)
        setMatches[i] =
            std::any_of(m_sets[i].begin(), m_sets[i].end(), [&](ValueIndex value) { return valueMatches[value]; });
    Bitmap found(rows());
    for (std::uint32_t row = 0; row < rows(); ++row)
        if (setMatches[m_setOfRow[row]])
            found.set(row);
    return found;
}

Bitmap Column::rowsWithAny() const
{
    Bitmap found(rows());
    for (std::uint32_t row = 0; row < rows(); ++row)
        if (m_setOfRow[row] != emptySet)
            found.set(row);
    return found;
}

Column Column::renamed(const std::function<std::string(const std::string&)>& nameOf) const
{
    std::vector<std::string> names;
    for (const std::string& value : m_values)
        names.push_back(nameOf(value));
    Column column;
    std::vector<SetIndex> newSets;
    for (const std::vector<ValueIndex>& set : m_sets) {
        std::vector<std::string> texts;
        for (const ValueIndex value : set)
            texts.push_back(names[value]);
        newSets.push_back(column.intern(texts));
    }
    column.m_setOfRow.reserve(rows());
    for (const SetIndex set : m_setOfRow)
        column.m_setOfRow.push_back(newSets[set]);
    return column;
}

Column Column::withoutRows() const
{
    Column column = *this;
    std::fill(column.m_setOfRow.begin(), column.m_setOfRow.end(), emptySet);
    return column;
}

Column::ValueIndex Column::internValue(const std::string& text)
{
    const auto [place, isNew] = m_indexOfValue.try_emplace(text, static_cast<ValueIndex>(m_values.size()));
    if (isNew)
        m_values.push_back(text);
    return place->second;
}

Column::SetIndex Column::intern(const std::vector<std::string>& texts)
{
    std::vector<ValueIndex> set;
    for (const std::string& text : texts) {
        const ValueIndex value = internValue(text);
        if (std::find(set.begin(), set.end(), value) == set.end())
            set.push_back(value);
    }
    const auto [place, isNew] = m_indexOfSet.try_emplace(set, static_cast<SetIndex>(m_sets.size()));
    if (isNew)
        m_sets.push_back(std::move(set));
    return place->second;
}

} // namespace biomedica::catalog
