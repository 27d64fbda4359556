// What the figure panel says, as rich text.
//
// Thread contract: GUI thread.
#pragma once

#include "core/shards/metadata.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QPalette>
#include <QString>
#include <vector>

namespace biomedica::ui {

class FigureText {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
public:
    using Patterns = std::vector<textsearch::Pattern>;

    /// "Figure 4 · PMC7012345"; the key where the article is unknown.
    static QString title(const workspace::FigureDetail& detail);
    /// Title of the article, journal, year.
    static QString article(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette);
    /// Never empty: says so where no licence is stated.
    static QString licence(const workspace::FigureDetail& detail);
    /// Whether it lets everybody use and change the figure.
    static bool isOpenLicence(const QString& licence);
    static QString caption(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette);
    static QString mentions(const shards::FigureMetadata& metadata, const Patterns& patterns, const QPalette& palette);
    /// Name and value, row by row.
    static QString details(const workspace::FigureDetail& detail, const shards::FigureMetadata* metadata,
                           const QPalette& palette);
};

} // namespace biomedica::ui
