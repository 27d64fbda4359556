// The context menu of a filter: the gestures in words.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/queryedit.h"

#include <functional>

class QMenu;
class QWidget;

namespace biomedica::ui {

/// Deletes itself when it closes.
QMenu* makeFacetMenu(const FilterTarget& target, FilterState state, QWidget* parent,
                     std::function<void(FilterGesture)> make, std::function<void()> select);

} // namespace biomedica::ui
