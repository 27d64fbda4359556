#include "tests/ui/screens.h"

#include "tests/ui/votes.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/problemsdock.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

namespace biomedica::test {

using ui::ActionId;

namespace {

struct Screen {
    const char* name;
    QList<ActionId> actions; ///< triggered one after the other
};

const Screen screens[] = {
    {"gallery", {}},
    {"selection", {ActionId::SelectAll}},
    {"table", {ActionId::ViewTable}},
    {"figure", {ActionId::ViewGallery, ActionId::OpenFigure}},
    {"comparison", {ActionId::Compare}},
    {"preview", {ActionId::Preview}},
    {"palette", {ActionId::Palette}},
    {"keys", {ActionId::KeyOverlay}},
    {"shortcuts", {ActionId::Shortcuts}},
    {"about", {ActionId::About}},
    {"memory and disk", {ActionId::Settings}},
    {"problems", {ActionId::Problems}},
    {"moved shards", {ActionId::FindShards}},
    {"part of a figure", {ActionId::ViewGallery, ActionId::FindLikePart}},
    {"duplicates", {ActionId::Duplicates}},
    {"export", {ActionId::Export}},
    {"import vectors", {ActionId::ImportVectors}},
    {"export vectors", {ActionId::ExportVectors}},
    {"annotator", {ActionId::Annotator}},
    {"note", {ActionId::Note}},
    {"go to", {ActionId::GoToPosition}},
    {"save search", {ActionId::SaveSearch}},
    {"history", {ActionId::History}},
    {"history of a figure", {ActionId::FigureHistory}},
    {"classes", {ActionId::Classes}},
    {"check of labels", {ActionId::CheckLabels}},
    {"review without anything to do", {ActionId::ViewReview}},
    {"agreement without votes", {ActionId::ViewStatistics}},
    {"share out", {ActionId::ShareOut}},
    {"export votes", {ActionId::ExportVotes}},
};

const Screen screensWithVotes[] = {
    {"review", {ActionId::ViewReview}},
    {"send back", {ActionId::ViewReview, ActionId::SendBack}},
    {"agreement", {ActionId::ViewStatistics}},
    {"blind", {ActionId::WorkBlind}},
};

QList<QWidget*> visibleTops()
{
    QList<QWidget*> tops;
    for (QWidget* top : QApplication::topLevelWidgets())
        if (top->isVisible())
            tops += top;
    return tops;
}

/// Two people who disagree, and one who was asked again: what review and agreement have to show.
void addVotes(workspace::Workspace& workspace)
{
    for (std::uint32_t row = 1; row <= 4; ++row) {
        vote(workspace, "ada", RowId{row}, Question::PanelType, {"single"});
        vote(workspace, "Biomedica", RowId{row}, Question::PanelType, {row <= 2 ? "multiple" : "single"});
    }
    workspace::AssignmentPlan again;
    again.rows = {RowId{4}};
    again.annotators = {"ada"};
    again.isRepeat = true;
    QVERIFY(workspace.assign("ada", again));
    vote(workspace, "ada", RowId{4}, Question::PanelType, {"single"});
}

void closeWhatIsOpen(ui::MainWindow& window)
{
    for (QWidget* top : visibleTops())
        if (top != &window)
            top->close();
    for (int level = 0; level < 3; ++level)
        if (QWidget* focused = QApplication::focusWidget())
            QTest::keyClick(focused, Qt::Key_Escape);
    window.workbench()->centre()->goBack();
    window.problems()->dock()->hide();
    window.workbench()->gallery()->setFocus();
}

constexpr int tolerance = 1;

bool isWhole(const QLabel& label)
{
    if (label.wordWrap())
        return label.height() + tolerance >= label.heightForWidth(label.width());
    // One that shortens its words itself says so by a smaller minimum.
    return label.width() + tolerance >= std::min(label.minimumSizeHint().width(), label.sizeHint().width())
           && label.height() + tolerance >= label.sizeHint().height();
}

/// A button that shortens its words itself says so by a smaller minimum.
bool isWhole(const QAbstractButton& button)
{
    const QSize least = button.minimumSizeHint().isValid() ? button.minimumSizeHint() : button.sizeHint();
    return button.width() + tolerance >= std::min(least.width(), button.sizeHint().width());
}

} // namespace

void visitScreens(WindowFixture& fixture, const std::function<void(const QString&, const QList<QWidget*>&)>& look)
{
    ui::MainWindow& window = fixture.window();
    look(QStringLiteral("start"), visibleTops());
    QVERIFY(fixture.open());
    const auto visit = [&](const Screen& screen) {
        for (const ActionId id : screen.actions)
            window.actions()[id]->trigger();
        QTRY_VERIFY(window.isSettled());
        QCoreApplication::sendPostedEvents();
        look(QString::fromLatin1(screen.name), visibleTops());
        closeWhatIsOpen(window);
    };
    for (const Screen& screen : screens)
        visit(screen);
    addVotes(*window.session().workspace());
    for (const Screen& screen : screensWithVotes)
        visit(screen);
}

QList<QWidget*> visibleWidgets(const QList<QWidget*>& tops)
{
    QList<QWidget*> widgets;
    for (QWidget* top : tops) {
        widgets += top;
        for (QWidget* child : top->findChildren<QWidget*>())
            if (child->isVisible() && !child->visibleRegion().isEmpty())
                widgets += child;
    }
    return widgets;
}

QStringList cutTexts(const QString& screen, const QList<QWidget*>& tops)
{
    QStringList cut;
    for (const QWidget* widget : visibleWidgets(tops)) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        static const QRegularExpression letters(QStringLiteral("\\w"));
        if (text.contains(letters) && ((label && !isWhole(*label)) || (button && !isWhole(*button))))
            cut += QStringLiteral("%1: '%2' %3").arg(screen, text.left(60), placeOf(widget));
    }
    return cut;
}

QString placeOf(const QWidget* widget)
{
    QString text;
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        const QString name = at->objectName().isEmpty() ? QString() : QStringLiteral(" '%1'").arg(at->objectName());
        text += (text.isEmpty() ? QString() : QStringLiteral(" in "))
                + QString::fromLatin1(at->metaObject()->className()) + name;
    }
    return text.remove(QStringLiteral("biomedica::ui::"));
}

} // namespace biomedica::test
