// The catalog's columns and the labels of one moment, joined: what queries and facets run over.
//
// Effective labels: the consensus where there is one, else what the shard carries, by the classes' names of today.
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
    Bitmap labelled, disputed, flagged;
    std::vector<std::pair<std::uint32_t, std::string>> notes; ///< row, text; sorted

    /// The column of a Value field; nullptr for keys, which are looked up in the catalog.
    const catalog::Column* column(Field field) const;
    /// The column of a Number field.
    const std::vector<std::int32_t>* numbers(Field field) const;
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
