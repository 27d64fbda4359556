// The desktop program's arguments.
//
// Thread contract: GUI thread, after the QApplication was made.
#pragma once

#include "core/base/result.h"
#include "core/query/query.h"
#include "ui/common/actions.h"
#include "ui/common/theme.h"

#include <QList>
#include <QSize>
#include <QStringList>
#include <optional>

namespace biomedica::ui {

struct StartOptions {
    QStringList paths; ///< a collection, or shards and folders of shards
    bool isDemo = false;
    query::Query query;
    QString picture; ///< of the window, written before the program ends; "" = the program stays
    std::optional<Scheme> theme;
    std::optional<double> textScale;
    QString language;        ///< "de"; "" = as chosen before
    int position = 0;        ///< of the figure to go to, counted from 1; 0 = where the collection was left
    QSize size;              ///< of the window; invalid = as left
    QList<ActionId> actions; ///< triggered one after the other once everything is shown
};

/// Prints help or version and ends the program where these are asked for. Invalid with a message that says
/// which option is wrong.
Result<StartOptions> parseArguments(const QStringList& arguments);

} // namespace biomedica::ui
