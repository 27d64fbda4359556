// A row of the filter panel's tree: only FacetModel's own source files include this.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/facetmodel.h"

#include <algorithm>

namespace biomedica::ui {

struct FacetModel::Item {
    Kind kind = Kind::Section;
    QString text, key;
    FilterTarget target;
    std::size_t count = 0;
    double share = 0;
    FilterState state = FilterState::Off;
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    // Of a section.
    QString detail;
    std::vector<const query::FacetValue*> later; ///< values that have no row yet
    std::size_t most = 1;                        ///< count of the most frequent value
    Histogram histogram;                         ///< of a Histogram row

    Item& add(Kind childKind, const QString& childText, const QString& childKey)
    {
        children.push_back(std::make_unique<Item>());
        Item& child = *children.back();
        child.kind = childKind;
        child.text = childText;
        child.key = childKey;
        child.parent = this;
        return child;
    }
    int row() const
    {
        const auto& siblings = parent->children;
        return static_cast<int>(
            std::find_if(siblings.begin(), siblings.end(), [this](const auto& other) { return other.get() == this; })
            - siblings.begin());
    }
};

/// So many values of a long section become rows at a time.
inline constexpr std::size_t facetValuesAtOnce = 200;

/// Key of the row under which classes without a known parent stand.
inline const QString otherClassesKey = QStringLiteral("primary:/other");

} // namespace biomedica::ui
