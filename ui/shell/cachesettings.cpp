#include "ui/shell/cachesettings.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int dialogWidth = 480; // before the text scale

QSpinBox* makeMegabytes(int least, int most, int step, int value)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setSuffix(QStringLiteral(" MB"));
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false); // "1" on the way to "1000" is no wish
    box->setValue(value);
    return box;
}

QLabel* makeExplanation(const QString& text)
{
    QLabel* label = makeMutedLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

CacheSettings::CacheSettings(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_memory(makeMegabytes(CacheLimits::leastMemoryMb, CacheLimits::mostMemoryMb,
                                                                  64, session.cacheLimits().memoryMb)),
      m_disk(makeMegabytes(0, CacheLimits::mostDiskMb, 500, session.cacheLimits().diskMb)), m_usage(new QLabel),
      m_empty(new QPushButton(tr("&Empty"))), m_measuring(session.pool(), this, Background::Policy::InOrder)
{
    setWindowTitle(tr("Memory and disk"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    for (QSpinBox* box : {m_memory, m_disk})
        connect(box, &QSpinBox::valueChanged, this, &CacheSettings::apply);
    connect(m_empty, &QPushButton::clicked, this, &CacheSettings::empty);
    connect(&session, &Session::cacheLimitsChanged, this, &CacheSettings::measure);
    connect(&session, &Session::collectionOpened, this, &CacheSettings::measure);
    connect(&session, &Session::collectionClosed, this, &CacheSettings::measure);
    measure();
}

void CacheSettings::build()
{
    m_disk->setSpecialValueText(tr("nothing"));
    m_usage->setWordWrap(true);
    m_empty->setAutoDefault(false);
    m_empty->setToolTip(tr("Removes the thumbnails kept for this collection; they are made again when they are seen"));
    auto* used = new QHBoxLayout;
    used->setSpacing(measure::margin);
    used->addWidget(m_usage, 1);
    used->addWidget(m_empty, 0, Qt::AlignTop);
    auto* rows = new WrappingBox; // what is used is known later, and may take another line
    auto* form = new QFormLayout(rows);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(measure::margin);
    form->setVerticalSpacing(measure::gap);
    form->addRow(tr("Thumbnails in &memory"), m_memory);
    form->addRow(QString(), makeExplanation(tr("What was seen lately shows again at once.")));
    form->addRow(tr("Thumbnails on &disk"), m_disk);
    form->addRow(QString(), makeExplanation(tr("For each collection, in its own folder. Large pictures show sooner the "
                                               "next time; the least recently seen go first.")));
    form->addRow(tr("Used now"), used);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addWidget(rows);
    layout->addWidget(buttons);
    resizeToContents(this, dialogWidth);
}

void CacheSettings::apply()
{
    m_session.setCacheLimits({m_memory->value(), m_disk->value()});
}

void CacheSettings::measure()
{
    m_empty->setEnabled(false);
    if (!m_session.workspace()) {
        say(tr("No collection is open."));
        return;
    }
    m_measuring.start(
        [workspace = m_session.workspace()](std::stop_token) { return workspace->thumbnailCache().size(); },
        [this](std::int64_t bytes) {
            m_empty->setEnabled(bytes > 0);
            say(bytes > 0 ? tr("%1 on disk").arg(Wording::byteCount(static_cast<double>(bytes)))
                          : tr("nothing on disk"));
        });
}

void CacheSettings::empty()
{
    m_empty->setEnabled(false);
    m_measuring.start(
        [workspace = m_session.workspace()](std::stop_token) { return workspace->thumbnailCache().clear(); },
        [this](const Result<void>& cleared) {
            if (cleared)
                measure();
            else
                say(fromUtf8(cleared.error().message()));
        });
}

void CacheSettings::say(const QString& text)
{
    m_usage->setText(text);
    Q_EMIT measured();
}

QString CacheSettings::usageText() const
{
    return m_usage->text();
}

} // namespace biomedica::ui
