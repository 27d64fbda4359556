// The catalog's columns and the labels of one moment, joined: what queries and facets run over.
//
// Effective labels: the consensus where there is one, else what the shard carries, by the classes' names of today.
//
// Snapshots share what they have in common: while there are no labels they cost nothing beside the columns, and one
// decision costs the parts of columns that its figures lie in (core/catalog/coded_rows.h).
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/annotation/labels.h"
#include "core/catalog/columns.h"
#include "core/query/fields.h"

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace biomedica::query {

/// A bitmap that copies of a snapshot have in common until one of them is changed.
class SharedBitmap {
public:
    explicit SharedBitmap(std::size_t size = 0) : m_bits(std::make_shared<const Bitmap>(size)) {}

    operator const Bitmap&() const { return *m_bits; }
    bool test(std::size_t row) const { return m_bits->test(row); }
    std::size_t count() const { return m_bits->count(); }
    template <typename Visitor>
    void forEach(Visitor visit) const
    {
        m_bits->forEach(visit);
    }

private:
    friend class BitmapEditor;
    std::shared_ptr<const Bitmap> m_bits;
};

using Notes = std::vector<std::pair<std::uint32_t, std::string>>; ///< row, text; sorted

struct Snapshot {
    std::shared_ptr<const catalog::Columns> columns;
    std::uint64_t labelsVersion = 0;
    std::shared_ptr<const annotation::Taxonomy> taxonomy;
    /// The annotator who works blind: answers of others and of the shard are not there until their own is in.
    /// "" = everything is there.
    std::string blindTo;

    std::array<std::shared_ptr<const catalog::Column>, 4> imported; ///< by Question, by the names of today
    std::array<catalog::Column, 4> effectiveLabels;                 ///< by Question
    catalog::Column annotator, source, status, assigned;
    SharedBitmap labelled, disputed, flagged;
    std::shared_ptr<const Notes> notes = std::make_shared<const Notes>();

    /// The column of a Value field; nullptr for those of articles, and for keys, which are looked up in the catalog.
    const catalog::Column* column(Field field) const;
    /// The column of a Value field that articles have.
    const catalog::ArticleColumn* articleColumn(Field field) const;
    /// The column of a Number field.
    const catalog::NumberColumn* numbers(Field field) const;
    /// The row's values of any Value field but the key.
    std::vector<std::string> textsOf(Field field, RowId row) const;
    const catalog::Column& effective(Question question) const
    {
        return effectiveLabels[static_cast<std::size_t>(question)];
    }
    /// The row's labels as this snapshot may tell them.
    annotation::FigureLabels visible(annotation::FigureLabels labels) const
    {
        return blindTo.empty() ? labels : annotation::visibleTo(std::move(labels), blindTo);
    }
};

std::shared_ptr<const Snapshot> makeSnapshot(std::shared_ptr<const catalog::Columns> columns,
                                             const annotation::Labels& labels, const std::string& blindTo = {});

/// `before` with the labels of these figures as they are now; the taxonomy is still the same.
std::shared_ptr<const Snapshot> updatedSnapshot(const Snapshot& before, const annotation::Labels& labels,
                                                const std::vector<FigureId>& changed);

} // namespace biomedica::query
