#include "ui/session/entrywording.h"

#include "core/annotation/review.h"
#include "ui/common/markedtext.h"
#include "ui/session/wording.h"

namespace biomedica::ui {

QString EntryWording::what(const journal::Entry& entry)
{
    switch (entry.kind) {
    case journal::EntryKind::Decide: return Wording::decisionText(entry.decision);
    case journal::EntryKind::EditTaxonomy:
        if (const auto edit = annotation::taxonomyEditFrom(entry.content))
            return taxonomyEdit(*edit);
        return tr("a change of the classes that this version cannot read");
    case journal::EntryKind::Assign: return assignment(entry.content);
    case journal::EntryKind::Review: return review(entry.content);
    case journal::EntryKind::Undo:
    case journal::EntryKind::Redo: break;
    }
    return {};
}

QString EntryWording::taxonomyEdit(const annotation::TaxonomyEdit& edit)
{
    using Kind = annotation::TaxonomyEdit::Kind;
    const QString name = fromUtf8(edit.name);
    const QString others = Wording::quoted(edit.others);
    switch (edit.kind) {
    case Kind::Add:
        return others.isEmpty() ? tr("new class “%1”").arg(name) : tr("new class “%1” below %2").arg(name, others);
    case Kind::Rename: return tr("class “%1” renamed to %2").arg(name, others);
    case Kind::Merge: return tr("class “%1” merged into %2").arg(name, others);
    case Kind::Split: return tr("class “%1” split into %2").arg(name, others);
    case Kind::Deprecate:
        return others.isEmpty() ? tr("class “%1” given up").arg(name)
                                : tr("class “%1” given up for %2").arg(name, others);
    case Kind::Restore: return tr("class “%1” brought back").arg(name);
    case Kind::Move: return tr("class “%1” moved below %2").arg(name, others);
    case Kind::Import: return tr("all classes replaced by those of a file");
    }
    return {};
}

QString EntryWording::assignment(const std::string& content)
{
    const auto assignment = annotation::assignmentFrom(content);
    if (!assignment)
        return tr("an assignment that this version cannot read");
    const QString name = fromUtf8(assignment->annotator);
    return assignment->isRepeat ? tr("given to “%1” to label again").arg(name) : tr("given to “%1” to label").arg(name);
}

QString EntryWording::review(const std::string& content)
{
    const auto review = annotation::reviewFrom(content);
    if (!review)
        return tr("a review that this version cannot read");
    const QString comment = fromUtf8(review->comment);
    switch (review->verdict) {
    case annotation::Verdict::None: return comment.isEmpty() ? tr("review taken back") : tr("comment: %1").arg(comment);
    case annotation::Verdict::Accepted: return comment.isEmpty() ? tr("accepted") : tr("accepted: %1").arg(comment);
    case annotation::Verdict::SentBack: return comment.isEmpty() ? tr("sent back") : tr("sent back: %1").arg(comment);
    case annotation::Verdict::Reopened: return comment.isEmpty() ? tr("reopened") : tr("reopened: %1").arg(comment);
    }
    return {};
}

QString EntryWording::sourceName(journal::Source source)
{
    switch (source) {
    case journal::Source::Hand: return tr("one figure");
    case journal::Source::Bulk: return tr("many figures at once");
    case journal::Source::Cluster: return tr("a whole cluster at once");
    case journal::Source::Imported: return tr("adopted from the shard");
    case journal::Source::Propagated: return tr("carried over from similar figures");
    case journal::Source::Suggested: return tr("a suggestion accepted");
    case journal::Source::Adjudicated: return tr("decided in review");
    case journal::Source::Rule: return tr("a contradiction resolved");
    }
    return {};
}

} // namespace biomedica::ui
