// What a change of the classes would do, in words.
//
// Thread contract: GUI thread (translations).
#pragma once

#include "core/annotation/taxonomy_edit.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QString>

namespace biomedica::ui {

class ImpactText {
    Q_DECLARE_TR_FUNCTIONS(ImpactText)
public:
    /// "Renames it on 412 figures. Votes for it: 380. …"
    static QString of(const annotation::TaxonomyEdit& edit, const workspace::TaxonomyImpact& impact);

private:
    static QString effect(const annotation::TaxonomyEdit& edit, const QString& figures);
};

} // namespace biomedica::ui
