// One filterable field over all figures: for each row the set of its values, dictionary-coded.
//
// Equal sets are stored once: 24 million figures have a few thousand distinct label sets, so a row
// costs 4 bytes whatever the field. A single-valued field is a set of one.
//
// Thread contract: immutable once built; shared between threads.
#pragma once

#include "core/base/bitmap.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace biomedica::catalog {

class Column {
public:
    using SetIndex = std::uint32_t;
    using ValueIndex = std::uint32_t;

    /// The empty set always has index 0.
    static constexpr SetIndex emptySet = 0;

    /// All rows below `rows` begin with the empty set.
    explicit Column(std::size_t rows = 0) : m_setOfRow(rows, emptySet), m_sets(1) { m_indexOfSet[{}] = emptySet; }

    std::size_t rows() const { return m_setOfRow.size(); }
    SetIndex setOf(std::uint32_t row) const { return m_setOfRow[row]; }
    std::size_t setCount() const { return m_sets.size(); }
    std::span<const ValueIndex> valuesOf(SetIndex set) const { return m_sets[set]; }
    std::size_t valueCount() const { return m_values.size(); }
    const std::string& text(ValueIndex value) const { return m_values[value]; }

    /// The row's values as text, in the order of the set.
    std::vector<std::string> textsOf(std::uint32_t row) const;

    /// Rows whose set holds a value that equals `text` ignoring case.
    Bitmap rowsWith(std::string_view text) const;
    /// Rows whose set is not empty.
    Bitmap rowsWithAny() const;

    /// The same values under other names; those that get the same name become one.
    Column renamed(const std::function<std::string(const std::string&)>& nameOf) const;
    /// The same dictionary, with every row empty.
    Column withoutRows() const;

    /// For builders: the index of a set of texts, made where it is new.
    SetIndex intern(const std::vector<std::string>& texts);
    void assign(std::uint32_t row, SetIndex set) { m_setOfRow[row] = set; }

private:
    ValueIndex internValue(const std::string& text);

    std::vector<SetIndex> m_setOfRow;
    std::vector<std::vector<ValueIndex>> m_sets;
    std::vector<std::string> m_values;
    std::unordered_map<std::string, ValueIndex> m_indexOfValue;
    std::map<std::vector<ValueIndex>, SetIndex> m_indexOfSet;
};

} // namespace biomedica::catalog
