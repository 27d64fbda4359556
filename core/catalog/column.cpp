#include "core/catalog/column.h"

#include "core/base/text.h"

#include <algorithm>

namespace biomedica::catalog {

Column::Column(std::size_t rows) : m_rows(rows), m_dictionary(std::make_shared<Dictionary>()) {}

std::vector<std::string> Column::textsOf(std::uint32_t row) const
{
    std::vector<std::string> texts;
    for (const ValueIndex value : valuesOf(setOf(row)))
        texts.push_back(text(value));
    return texts;
}

Bitmap Column::rowsWhere(const std::function<bool(const std::string&)>& isWanted) const
{
    std::vector<std::uint8_t> values(valueCount());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = isWanted(m_dictionary->values[i]);
    std::vector<std::uint8_t> sets(setCount());
    for (std::size_t i = 0; i < sets.size(); ++i)
        sets[i] = std::any_of(m_dictionary->sets[i].begin(), m_dictionary->sets[i].end(),
                              [&](ValueIndex value) { return values[value] != 0; });
    return m_rows.rowsWhere(sets);
}

Bitmap Column::rowsWith(std::string_view text) const
{
    return rowsWhere([wanted = foldCase(text)](const std::string& value) { return foldCase(value) == wanted; });
}

Bitmap Column::rowsWithAny() const
{
    return rowsWhere([](const std::string&) { return true; });
}

Column Column::renamed(const std::function<std::string(const std::string&)>& nameOf) const
{
    Column column = *this;
    column.m_dictionary = std::make_shared<Dictionary>();
    Dictionary& renamed = *column.m_dictionary;
    std::vector<ValueIndex> valueOf;
    for (const std::string& value : m_dictionary->values)
        valueOf.push_back(renamed.internValue(nameOf(value)));
    renamed.sets.clear();
    for (const std::vector<ValueIndex>& set : m_dictionary->sets) {
        std::vector<ValueIndex>& values = renamed.sets.emplace_back();
        for (const ValueIndex value : set)
            if (std::find(values.begin(), values.end(), valueOf[value]) == values.end())
                values.push_back(valueOf[value]);
        renamed.indexOfSet.try_emplace(values, static_cast<SetIndex>(renamed.sets.size() - 1));
    }
    return column;
}

Column Column::withoutRows() const
{
    Column column = *this;
    column.m_rows = CodedRows(rows());
    column.m_totals.clear();
    return column;
}

Column::ValueIndex Column::Dictionary::internValue(const std::string& text)
{
    const auto [place, isNew] = indexOfValue.try_emplace(text, static_cast<ValueIndex>(values.size()));
    if (isNew)
        values.push_back(text);
    return place->second;
}

/// The values' indexes, each once; nullopt where one is not known.
std::optional<std::vector<Column::ValueIndex>> Column::Dictionary::find(const std::vector<std::string>& texts) const
{
    std::vector<ValueIndex> set;
    for (const std::string& text : texts) {
        const auto known = indexOfValue.find(text);
        if (known == indexOfValue.end())
            return std::nullopt;
        if (std::find(set.begin(), set.end(), known->second) == set.end())
            set.push_back(known->second);
    }
    return set;
}

Column::SetIndex Column::intern(const std::vector<std::string>& texts)
{
    auto set = m_dictionary->find(texts);
    if (set)
        if (const auto known = m_dictionary->indexOfSet.find(*set); known != m_dictionary->indexOfSet.end())
            return known->second;
    if (m_dictionary.use_count() > 1)
        m_dictionary = std::make_shared<Dictionary>(*m_dictionary);
    for (const std::string& text : texts)
        m_dictionary->internValue(text);
    m_dictionary->sets.push_back(*m_dictionary->find(texts));
    const auto index = static_cast<SetIndex>(setCount() - 1);
    m_dictionary->indexOfSet.emplace(m_dictionary->sets.back(), index);
    return index;
}

void Column::setRows(CodedRows rows, std::vector<std::uint32_t> totals)
{
    m_rows = std::move(rows);
    m_totals = std::move(totals);
}

void ColumnEditor::assign(std::uint32_t row, Column::SetIndex set)
{
    const Column::SetIndex former = m_column.setOf(row);
    if (former == set)
        return;
    m_rows.set(row, set);
    m_column.m_totals.resize(std::max<std::size_t>(m_column.m_totals.size(), std::max(former, set) + std::size_t{1}));
    --m_column.m_totals[former]; // that of the empty set may wrap where it was not counted: nobody asks for it
    ++m_column.m_totals[set];
}

Bitmap NumberColumn::rowsBetween(std::int64_t low, std::int64_t high) const
{
    std::vector<std::uint8_t> isWanted(m_values.size());
    for (std::size_t i = 0; i < isWanted.size(); ++i)
        isWanted[i] = m_values[i] != absent && m_values[i] >= low && m_values[i] <= high;
    return m_rows.rowsWhere(isWanted);
}

} // namespace biomedica::catalog
