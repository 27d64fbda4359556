#include "ui/search/queryhelp.h"

#include "core/query/fields.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <array>

namespace biomedica::ui {

namespace {

struct Example {
    const char *query, *meaning;
};

constexpr std::array allExamples = {
    Example{"western blot", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp",
                                              "both words, anywhere in caption, mentions, title or abstract")},
    Example{"\"western blot\"", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "the words side by side, in this order")},
    Example{"immuno*", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "words that begin so")},
    Example{"mouse OR rat",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "at least one of the two; OR in capital letters")},
    Example{"cell -cancer", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "the first without the second")},
    Example{"(mouse OR rat) brain",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "parentheses keep together what belongs together")},
    Example{"caption:kidney", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp",
                                                "only in the caption; also title:, abstract:, context:, note:")},
    Example{"license:\"CC BY\"",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "a value with blanks needs quotation marks")},
    Example{"primary:Microscopy OR primary:\"Immuno Assays\"",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "one class or the other")},
    Example{"-primary:Maps", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "everything but these")},
    Example{"year:2015..2020",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "a range; year:2015.. and year:<2015 are open at an end")},
    Example{"width:>800 height:>600", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "larger than so many pixels")},
    Example{"is:unlabelled",
            QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "also is:labelled, is:disputed, is:flagged, is:duplicate")},
    Example{"has:context", QT_TRANSLATE_NOOP("biomedica::ui::QueryHelp", "figures for which a field is not empty")},
};

} // namespace

QStringList QueryHelp::examples()
{
    QStringList queries;
    for (const Example& example : allExamples)
        queries += QString::fromLatin1(example.query);
    return queries;
}

QueryHelp::QueryHelp(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("How to search"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setHorizontalSpacing(measure::margin);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Example& example : allExamples) {
        const QString query = QString::fromLatin1(example.query);
        auto* button = new QPushButton(query);
        button->setAutoDefault(false);
        button->setToolTip(tr("Search for this"));
        connect(button, &QPushButton::clicked, this, [this, query] {
            Q_EMIT exampleChosen(query);
            accept();
        });
        auto* meaning = makeMutedLabel(tr(example.meaning));
        meaning->setWordWrap(true);
        grid->addWidget(button, row, 0);
        grid->addWidget(meaning, row++, 1);
    }
    QStringList names;
    for (const query::FieldInfo& info : query::allFields())
        names += fromUtf8(info.name);
    auto* fields = new QLabel(tr("Fields: %1").arg(names.join(tr(", "))));
    fields->setWordWrap(true);
    fields->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(fields, row++, 0, 1, 2);
    auto* likeness = new QLabel(tr(
        "Figures like others: like:KEY with the key of a figure, -like:KEY for less of it. The nearest come first."));
    likeness->setWordWrap(true);
    grid->addWidget(likeness, row, 0, 1, 2);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeMutedLabel(tr("Type words and filters in any order. Choose an example to try it.")));
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics(textFont(measure::textSize));
    resize(metrics.averageCharWidth() * 110, metrics.height() * 34);
}

} // namespace biomedica::ui
