#include "ui/taxonomy/impacttext.h"

#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

namespace biomedica::ui {

QString ImpactText::effect(const annotation::TaxonomyEdit& edit, const QString& figures)
{
    using Kind = annotation::TaxonomyEdit::Kind;
    const QString other = edit.others.empty() ? QString() : fromUtf8(edit.others.front());
    switch (edit.kind) {
    case Kind::Add: return tr("Makes a new class; no figure carries it yet.");
    case Kind::Rename: return tr("Renames it on %1.").arg(figures);
    case Kind::Merge: return tr("Counts as “%1” from now on, on %2.").arg(other, figures);
    case Kind::Split:
        return tr("Its parts are offered in its place. To be decided anew, listed by “Check labels”: %1.").arg(figures);
    case Kind::Deprecate: return tr("No longer offered. Kept, and listed by “Check labels”: %1.").arg(figures);
    case Kind::Restore: return tr("Offered again. Carried by %1.").arg(figures);
    case Kind::Move: return tr("Stands below “%1” from now on. Carried by %2, whose labels stay.").arg(other, figures);
    case Kind::Import: return tr("Takes the place of all classes. With a class that the file lacks: %1.").arg(figures);
    }
    return {};
}

QString ImpactText::of(const annotation::TaxonomyEdit& edit, const workspace::TaxonomyImpact& impact)
{
    const QString what = effect(edit, Wording::figures(impact.figures));
    if (edit.kind == annotation::TaxonomyEdit::Kind::Add)
        return tr("%1 One undo takes it back.", "what it does").arg(what);
    return tr("%1 Votes for it: %2. Figures whose shard says it: %3. One undo takes it back.", "what it does")
        .arg(what, withThousands(impact.votes), withThousands(impact.imported));
}

} // namespace biomedica::ui
