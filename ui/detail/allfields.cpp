#include "ui/detail/allfields.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/detail/figuretext.h"
#include "ui/detail/flowtext.h"
#include "ui/session/wording.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr std::size_t longBytes = 400;
constexpr int linesShown = 12;

} // namespace

QToolButton* makeFold(const QString& text)
{
    auto* fold = new QToolButton;
    fold->setText(text);
    fold->setCheckable(true);
    fold->setProperty("isFlat", true);
    fold->setStyleSheet(QStringLiteral("padding-left: 0;")); // level with the texts above
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setFocusPolicy(Qt::TabFocus);
    fold->setMinimumWidth(1); // shortened rather than wider than the panel
    QObject::connect(fold, &QToolButton::toggled, fold,
                     [fold](bool isOpen) { fold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow); });
    return fold;
}

FoldedField::FoldedField(Session& session, const QString& name, QWidget* parent)
    : QWidget(parent), m_session(session), m_name(name), m_fold(makeFold(name)), m_text(new QPlainTextEdit),
      m_reading(session.shardPool(), this)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::grid);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(name);
    m_text->setFixedHeight(linesShown * QFontMetrics(textFont(measure::textSize)).lineSpacing());
    m_text->hide();
    layout->addWidget(m_text);
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_text->setVisible(isOpen);
        if (isOpen)
            fetch();
    });
}

void FoldedField::setFigure(RowId row, std::size_t bytes)
{
    m_reading.cancel();
    m_row = row;
    m_text->clear();
    m_fold->setText(QStringLiteral("%1 · %2").arg(m_name, Wording::byteCount(static_cast<double>(bytes))));
    if (m_fold->isChecked())
        fetch();
}

void FoldedField::fetch()
{
    if (!m_session.workspace())
        return;
    m_text->setPlaceholderText(tr("Reading…"));
    m_reading.start(
        [workspace = m_session.workspace(), row = m_row,
         name = toUtf8(m_name)](std::stop_token) -> Result<std::string> {
            TRY(const std::string json, workspace->metadataText(row));
            return shards::storedFieldText(json, name);
        },
        [this](Result<std::string> text) {
            m_text->setPlainText(fromUtf8(text ? *text : text.error().message()));
            Q_EMIT settled();
        });
}

AllFields::AllFields(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_fold(makeFold(tr("All fields"))), m_body(new QWidget),
      m_short(new FlowText(tr("Fields as stored"))), m_reading(session.shardPool(), this)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(measure::grid);
    whole->addWidget(m_fold, 0, Qt::AlignLeft);
    whole->addWidget(m_body);
    m_layout = new QVBoxLayout(m_body);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(measure::grid);
    m_layout->addWidget(m_short);
    m_body->hide();
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_body->setVisible(isOpen);
        read();
    });
}

void AllFields::setDetail(std::shared_ptr<const workspace::FigureDetail> detail)
{
    const bool isSame =
        detail && m_detail && detail->summary.row == m_detail->summary.row && detail->isHidden == m_detail->isHidden;
    m_detail = std::move(detail);
    if (!isSame)
        read();
}

void AllFields::read()
{
    m_reading.cancel();
    if (!m_fold->isChecked() || !m_detail || !m_session.workspace())
        return;
    m_reading.start(
        [workspace = m_session.workspace(),
         row = m_detail->summary.row](std::stop_token) -> Result<std::vector<shards::StoredField>> {
            TRY(const std::string json, workspace->metadataText(row));
            return shards::storedFields(json, longBytes);
        },
        [this](Result<std::vector<shards::StoredField>> fields) {
            if (fields)
                showFields(*fields);
            else
                m_short->setPlainText(fromUtf8(fields.error().message()));
            Q_EMIT settled();
        });
}

void AllFields::showFields(const std::vector<shards::StoredField>& fields)
{
    m_fields = fields;
    showShort();
    for (FoldedField* field : std::as_const(m_long))
        field->hide();
    for (const shards::StoredField& field : m_fields) {
        if (!field.isLong || isHidden(field.name))
            continue;
        FoldedField*& folded = m_long[fromUtf8(field.name)];
        if (!folded) {
            folded = new FoldedField(m_session, fromUtf8(field.name));
            connect(folded, &FoldedField::settled, this, &AllFields::settled);
            m_layout->addWidget(folded);
        }
        folded->setFigure(m_detail->summary.row, field.bytes);
        folded->show();
    }
}

/// What the shard says of a question that is to be answered blind.
bool AllFields::isHidden(const std::string& field) const
{
    return std::any_of(allQuestions.begin(), allQuestions.end(), [&](Question question) {
        return m_detail->isHidden[static_cast<std::size_t>(question)] && metadataFieldOf(question) == field;
    });
}

/// Picture and caption are fields too, though not in the JSON.
void AllFields::showShort()
{
    QList<FigureText::Row> rows;
    const auto& members = m_detail->members;
    const shards::Sample sample{m_detail->summary.key, members};
    if (const shards::SampleMember* image = sample.image())
        rows.append({tr("picture"), QStringLiteral("%1 · %2").arg(fromUtf8(sample.key + "." + image->extension),
                                                                  Wording::byteCount(double(image->size)))});
    if (const shards::SampleMember* caption = sample.caption())
        rows.append({tr("caption"), QStringLiteral("%1 · %2").arg(fromUtf8(sample.key + "." + caption->extension),
                                                                  Wording::byteCount(double(caption->size)))});
    for (const shards::StoredField& field : m_fields)
        if (isHidden(field.name))
            rows.append({fromUtf8(field.name), tr("(hidden until you have answered)")});
        else if (!field.isLong)
            rows.append({fromUtf8(field.name), field.isThere ? fromUtf8(field.text) : tr("(not there)")});
    m_short->setHtml(FigureText::table(rows, palette()));
}

bool AllFields::isBusy() const
{
    return m_reading.isBusy()
           || std::any_of(m_long.begin(), m_long.end(), [](const FoldedField* field) { return field->isBusy(); });
}

QString AllFields::shortText() const
{
    return m_short->toPlainText();
}

FoldedField* AllFields::longField(const QString& name) const
{
    FoldedField* field = m_long.value(name);
    return field && !field->isHidden() ? field : nullptr;
}

void AllFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_detail
        && !m_fields.empty())
        showShort();
}

} // namespace biomedica::ui
