#include "ui/views/gotodialog.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int fieldWidth = 360;

/// "1234" or, as it is shown, "1,234".
std::optional<qulonglong> positionIn(QString text)
{
    bool isNumber = false;
    const qulonglong plain = text.toULongLong(&isNumber);
    if (isNumber)
        return plain;
    const qulonglong localised = QLocale().toULongLong(text, &isNumber);
    return isNumber ? std::optional(localised) : std::nullopt;
}

} // namespace

GoToDialog::GoToDialog(const FigureResultModel& figures, FigureSelection& selection, QThreadPool& pool, QWidget* parent)
    : QDialog(parent), m_figures(figures), m_selection(selection), m_field(new QLineEdit),
      m_message(makeMutedLabel({})), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel)), m_lookingUp(pool, this)
{
    setWindowTitle(tr("Go to a figure"));
    auto* label = new QLabel(tr("&Position in this view, or a key:"));
    label->setBuddy(m_field);
    m_field->setMinimumWidth(fieldWidth);
    m_field->setPlaceholderText(tr("for example 1200 or PMC1234567_fig_2 or 000000.tar:PMC1234567_fig_2"));
    m_message->setWordWrap(true);
    m_message->setText(tr("This view has %1.").arg(Wording::figures(static_cast<qulonglong>(figures.rowCount()))));
    auto* go = m_buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    go->setEnabled(false);
    connect(m_field, &QLineEdit::textChanged, this,
            [go](const QString& text) { go->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &GoToDialog::go);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * measure::gap, 2 * measure::gap, 2 * measure::gap, 2 * measure::gap);
    layout->setSpacing(measure::gap);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addWidget(m_buttons);
    m_field->setFocus();
}

void GoToDialog::go()
{
    const QString text = m_field->text().trimmed();
    const auto position = positionIn(text);
    const auto count = static_cast<qulonglong>(m_figures.rowCount());
    if (position && *position >= 1 && *position <= count)
        arriveAt(static_cast<int>(*position - 1));
    else
        goToKey(text); // some keys are numbers, too
}

void GoToDialog::goToKey(const QString& key)
{
    if (!m_figures.workspace())
        return;
    m_lookingUp.start(
        [workspace = m_figures.workspace(), key = toUtf8(key)](std::stop_token) { return workspace->resolveKey(key); },
        [this, key](const Result<RowId>& found) {
            if (!found && positionIn(key))
                complain(tr("There is no position %1: this view has %2.")
                             .arg(key, Wording::figures(static_cast<qulonglong>(m_figures.rowCount()))));
            else if (!found)
                complain(fromUtf8(found.error().message()));
            else if (const auto row = m_figures.positionOf(*found))
                arriveAt(*row);
            else
                complain(tr("“%1” is in the collection, but not among the figures of this view. Clear "
                            "the search to go there.")
                             .arg(key));
        });
}

void GoToDialog::arriveAt(int row)
{
    m_selection.setCursor(row);
    accept();
}

void GoToDialog::complain(const QString& message)
{
    m_message->setText(message);
    m_message->setProperty("isMuted", false);
    m_message->setProperty("isBad", true);
    m_message->style()->polish(m_message);
    adjustSize();
    m_field->selectAll();
    m_field->setFocus();
}

} // namespace biomedica::ui
