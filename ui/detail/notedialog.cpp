#include "ui/detail/notedialog.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int columns = 52, lines = 5;

} // namespace

NoteDialog::NoteDialog(const QString& figures, const QString& note, QWidget* parent)
    : QDialog(parent), m_field(new QPlainTextEdit(note))
{
    setWindowTitle(tr("Note"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::gap);
    auto* label = new QLabel(tr("Your note on %1:").arg(figures));
    label->setBuddy(m_field);
    layout->addWidget(label);
    const QFontMetrics metrics(textFont(measure::textSize));
    m_field->setMinimumSize(columns * metrics.averageCharWidth(), lines * metrics.lineSpacing() + 2 * measure::gap);
    m_field->setTabChangesFocus(true);
    m_field->setAccessibleName(tr("Note"));
    m_field->installEventFilter(this);
    layout->addWidget(m_field);
    layout->addWidget(makeMutedLabel(tr("Ctrl+Enter saves. An empty note takes the old one away.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT noteGiven(m_field->toPlainText().trimmed()); });
    m_field->selectAll();
    m_field->setFocus();
}

bool NoteDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & Qt::ControlModifier)) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace biomedica::ui
