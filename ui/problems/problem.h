// A problem of the open collection as the panel shows it.
//
// Thread contract: values; the words belong to the GUI thread (translations).
#pragma once

#include "core/catalog/catalog.h"

#include <QCoreApplication>
#include <QString>
#include <vector>

namespace biomedica::ui {

enum class ProblemKind {
    ShardAway,    ///< not where it was
    ShardDamaged, ///< cannot be read, or not to its end
    ShardRemark,  ///< read whole, but slow or with something odd about it
    LeftOut,      ///< a sample that gives no figure
    Incomplete,   ///< a figure that is shown with something missing
    Picture,      ///< a figure whose picture cannot be shown
};
inline constexpr int problemKinds = 6;

struct Problem {
    ProblemKind kind = ProblemKind::LeftOut;
    catalog::Problem what;
};

using ProblemRows = std::vector<Problem>;

class ProblemWording {
    Q_DECLARE_TR_FUNCTIONS(ProblemWording)
public:
    /// "Left out"
    static QString kindName(ProblemKind kind);
    /// What the person can do about it.
    static QString advice(ProblemKind kind);
};

} // namespace biomedica::ui
