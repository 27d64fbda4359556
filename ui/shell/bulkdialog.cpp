#include "ui/shell/bulkdialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr std::size_t samples = 6;
constexpr int pictureSide = 104;
constexpr std::size_t answersNamed = 3;

/// From the beginning to the end at equal distances, rather than six neighbours.
Rows sampleOf(const Rows& rows)
{
    Rows sample;
    const std::size_t count = std::min(samples, rows.size());
    for (std::size_t i = 0; i < count; ++i)
        sample.push_back(rows[count == 1 ? 0 : i * (rows.size() - 1) / (count - 1)]);
    return sample;
}

bool saysAnAnswer(const LabelIntent& intent)
{
    return intent.kind == LabelIntent::Kind::Answer || intent.kind == LabelIntent::Kind::ToggleClass;
}

} // namespace

BulkDialog::BulkDialog(Session& session, const FigureResultModel& figures, const LabelIntent& intent,
                       const LabelTarget& target, QWidget* parent)
    : QDialog(parent), m_session(session), m_question(new QLabel), m_impact(makeMutedLabel({})),
      m_counting(session.pool(), this), m_reading(session.shardPool(), this)
{
    setWindowTitle(tr("Label many figures"));
    build(intent, target.rows.size());
    readSample(sampleOf(target.rows));
    countImpact(figures, intent, target.rows);
}

void BulkDialog::build(const LabelIntent& intent, qulonglong count)
{
    const QString figures = Wording::figures(count);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::margin);
    m_question->setText(intent.value.empty() ? tr("Change %1 at once?").arg(figures)
                                             : tr("Label %1 “%2”?").arg(figures, fromUtf8(intent.value)));
    setTextFont(m_question, measure::textSize, true);
    layout->addWidget(m_question);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(measure::gap);
    for (std::size_t i = 0; i < std::min<std::size_t>(samples, count); ++i) {
        auto* picture = new QLabel;
        picture->setFixedSize(pictureSide, pictureSide);
        picture->setAlignment(Qt::AlignCenter);
        picture->setAccessibleName(tr("One of these figures"));
        m_pictures.append(picture);
        pictures->addWidget(picture);
    }
    layout->addLayout(pictures);
    m_impact->setWordWrap(true);
    m_impact->setVisible(saysAnAnswer(intent));
    m_impact->setText(tr("Counting what they carry already…"));
    layout->addWidget(m_impact);
    layout->addWidget(makeMutedLabel(tr("One undo takes it back.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Label %1").arg(figures), QDialogButtonBox::AcceptRole)->setAutoDefault(false);
    // Enter goes on from figure to figure: pressed once too often it shall not label a million of them.
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void BulkDialog::readSample(const Rows& rows)
{
    const double ratio = devicePixelRatioF();
    const QSize box = QSize(pictureSide, pictureSide) * ratio;
    m_reading.start(
        [workspace = m_session.workspace(), rows, box](std::stop_token stop) {
            QList<QImage> images;
            for (const RowId row : rows)
                if (!stop.stop_requested())
                    images.append(readThumbnail(*workspace, row, box).image);
            return images;
        },
        [this, ratio](const QList<QImage>& images) {
            for (int i = 0; i < std::min(images.size(), m_pictures.size()); ++i) {
                if (images[i].isNull()) {
                    m_pictures[i]->setText(tr("no picture"));
                    continue;
                }
                QPixmap picture = QPixmap::fromImage(images[i]);
                picture.setDevicePixelRatio(ratio);
                m_pictures[i]->setPixmap(picture);
            }
        });
}

void BulkDialog::countImpact(const FigureResultModel& figures, const LabelIntent& intent, const Rows& rows)
{
    if (!saysAnAnswer(intent) || !figures.snapshot())
        return;
    m_counting.start([snapshot = figures.snapshot(), rows, question = intent.question, value = intent.value](
                         std::stop_token stop) { return bulkImpact(*snapshot, rows, question, value, stop); },
                     [this](const BulkImpact& impact) { showImpact(impact); });
}

void BulkDialog::showImpact(const BulkImpact& impact)
{
    m_impact->setText(textOf(impact));
    m_impact->setMinimumHeight(m_impact->heightForWidth(m_impact->width()));
    adjustSize();
}

QString BulkDialog::textOf(const BulkImpact& impact)
{
    if (impact.others == 0)
        return tr("None of them carries another answer.");
    QStringList answers;
    for (std::size_t i = 0; i < std::min(answersNamed, impact.answers.size()); ++i)
        answers +=
            QStringLiteral("%1 %2").arg(withThousands(impact.answers[i].second), fromUtf8(impact.answers[i].first));
    if (impact.answers.size() > answersNamed)
        answers += QStringLiteral("…");
    return tr("%1 of %2 carry another answer: %3")
        .arg(withThousands(impact.others), withThousands(impact.figures), answers.join(QStringLiteral(", ")));
}

QString BulkDialog::question() const
{
    return m_question->text();
}

QString BulkDialog::impactText() const
{
    return m_impact->text();
}

int BulkDialog::pictureCount() const
{
    return static_cast<int>(std::count_if(m_pictures.begin(), m_pictures.end(), [](const QLabel* picture) {
        return !picture->pixmap(Qt::ReturnByValue).isNull();
    }));
}

} // namespace biomedica::ui
