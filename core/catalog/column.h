// One filterable field over all figures: for each row the set of its values, dictionary-coded.
//
// Equal sets are stored once: 24 million figures have a few thousand distinct label sets. A single-valued field is a
// set of one. Copies share everything; one in which some rows are others (ColumnEditor) costs what it differs in.
//
// Thread contract: immutable once built; shared between threads.
#pragma once

#include "core/base/bitmap.h"
#include "core/catalog/coded_rows.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace biomedica::catalog {

class Column {
public:
    using SetIndex = CodedRows::Number;
    using ValueIndex = std::uint32_t;

    /// The empty set always has index 0.
    static constexpr SetIndex emptySet = 0;

    /// All rows below `rows` begin with the empty set.
    explicit Column(std::size_t rows = 0);

    std::size_t rows() const { return m_rows.rows(); }
    SetIndex setOf(std::uint32_t row) const { return m_rows.at(row); }
    std::size_t setCount() const { return m_dictionary->sets.size(); }
    std::span<const ValueIndex> valuesOf(SetIndex set) const
    {
        return set < setCount() ? std::span<const ValueIndex>(m_dictionary->sets[set]) : std::span<const ValueIndex>();
    }
    std::size_t valueCount() const { return m_dictionary->values.size(); }
    const std::string& text(ValueIndex value) const { return m_dictionary->values[value]; }

    /// The row's values as text, in the order of the set.
    std::vector<std::string> textsOf(std::uint32_t row) const;

    /// Rows whose set holds a value that equals `text` ignoring case.
    Bitmap rowsWith(std::string_view text) const;
    /// Rows whose set holds a value that is wanted.
    Bitmap rowsWhere(const std::function<bool(const std::string& value)>& isWanted) const;
    /// Rows whose set is not empty.
    Bitmap rowsWithAny() const;

    const CodedRows& numbers() const { return m_rows; }
    /// How many of the collection's figures have each set.
    std::span<const std::uint32_t> totals() const { return m_totals; }

    /// The same values under other names; those that get the same name become one.
    Column renamed(const std::function<std::string(const std::string&)>& nameOf) const;
    /// The same dictionary, with every row empty.
    Column withoutRows() const;

    /// For builders: the index of a set of texts, made where it is new.
    SetIndex intern(const std::vector<std::string>& texts);
    /// For builders: the rows, whose numbers are sets that were made here, and how many figures have each.
    void setRows(CodedRows rows, std::vector<std::uint32_t> totals);

private:
    friend class ColumnEditor;

    struct Dictionary {
        ValueIndex internValue(const std::string& text);
        std::optional<std::vector<ValueIndex>> find(const std::vector<std::string>& texts) const;

        std::vector<std::vector<ValueIndex>> sets{1};
        std::vector<std::string> values;
        std::unordered_map<std::string, ValueIndex> indexOfValue;
        std::map<std::vector<ValueIndex>, SetIndex> indexOfSet{{{}, emptySet}}; ///< the first of equal ones
    };

    CodedRows m_rows;
    std::vector<std::uint32_t> m_totals;      ///< by set; what is missing at its end is 0
    std::shared_ptr<Dictionary> m_dictionary; ///< copied before it is changed where others have it, too
};

/// Gives rows of a column other sets. All rows that are assigned are figures of the collection.
class ColumnEditor {
public:
    explicit ColumnEditor(Column& column) : m_column(column), m_rows(column.m_rows) {}

    void assign(std::uint32_t row, Column::SetIndex set);

private:
    Column& m_column;
    RowEditor m_rows;
};

/// A number for each row: years, widths, heights.
class NumberColumn {
public:
    static constexpr std::int32_t absent = -1;

    NumberColumn() = default;
    /// `values[number]` is what a number of `rows` means; that of 0 is `absent`.
    NumberColumn(CodedRows rows, std::vector<std::int32_t> values, std::vector<std::uint32_t> totals)
        : m_rows(std::move(rows)), m_values(std::move(values)), m_totals(std::move(totals))
    {
    }

    std::int32_t operator[](std::size_t row) const { return m_values[m_rows.at(static_cast<std::uint32_t>(row))]; }
    Bitmap rowsBetween(std::int64_t low, std::int64_t high) const;

    const CodedRows& numbers() const { return m_rows; }
    std::span<const std::int32_t> values() const { return m_values; }
    std::span<const std::uint32_t> totals() const { return m_totals; }

private:
    CodedRows m_rows;
    std::vector<std::int32_t> m_values{absent};
    std::vector<std::uint32_t> m_totals{0};
};

} // namespace biomedica::catalog
