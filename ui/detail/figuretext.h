// What the figure panel says, as rich text.
//
// Thread contract: GUI thread.
#pragma once

#include "core/shards/metadata.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QList>
#include <QPalette>
#include <QString>
#include <utility>
#include <vector>

namespace biomedica::ui {

class FigureText {
    Q_DECLARE_TR_FUNCTIONS(FigureText)
public:
    using Patterns = std::vector<textsearch::Pattern>;

    /// "Figure 4 of 13 · PMC7012345"; the key where the article is unknown. `inArticle`: its figures in the
    /// collection, 0 = not counted yet.
    static QString title(const workspace::FigureDetail& detail, qsizetype inArticle = 0);
    /// The article's page at PubMed Central; "" where its number is unknown.
    static QString articleLink(const workspace::FigureDetail& detail);
    /// One line to cite the figure with.
    static QString citation(const workspace::FigureDetail& detail);
    /// Title of the article, journal, year.
    static QString article(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette);
    /// Never empty: says so where no licence is stated.
    static QString licence(const workspace::FigureDetail& detail);
    /// Whether it lets everybody use and change the figure.
    static bool isOpenLicence(const QString& licence);
    /// What a licence of Creative Commons asks for, in plain words; "" for others.
    static QString licenceTerms(const QString& licence);
    static QString caption(const workspace::FigureDetail& detail, const Patterns& patterns, const QPalette& palette);
    static QString mentions(const shards::FigureMetadata& metadata, const Patterns& patterns, const QPalette& palette);
    /// Name and value, row by row.
    static QString details(const workspace::FigureDetail& detail, const shards::FigureMetadata* metadata,
                           const QPalette& palette);

    using Row = std::pair<QString, QString>;
    /// Names and values as rich text: in two columns, or below each other where text is large.
    static QString table(const QList<Row>& rows, const QPalette& palette);
};

} // namespace biomedica::ui
