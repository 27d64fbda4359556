#include "ui/history/undopanel.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"
#include "ui/thumbnails/figurestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace biomedica::ui {

UndoPanel::UndoPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_text(new QLabel),
      m_later(makeMutedLabel(tr("Later decisions about the same figures stay as they are."))),
      m_strip(new FigureStrip(session)), m_undo(new QPushButton(tr("Undo these"))),
      m_redo(new QPushButton(tr("Redo these"))), m_show(new QPushButton(tr("Show these figures"))),
      m_working(session.pool(), this)
{
    m_strip->setAccessibleName(tr("Figures that would change"));
    for (QLabel* label : {m_text, m_later})
        label->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(measure::gap);
    for (QPushButton* button : {m_undo, m_redo, m_show}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* words = new WrappingBox;
    auto* wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    wordsLayout->setSpacing(measure::grid);
    wordsLayout->addWidget(m_text);
    wordsLayout->addWidget(m_later);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, measure::margin, 0, 0);
    layout->setSpacing(measure::margin);
    layout->addWidget(words);
    layout->addWidget(m_strip);
    layout->addLayout(buttons);
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoRequested(idsOf(false)); });
    connect(m_redo, &QPushButton::clicked, this, [this] { Q_EMIT redoRequested(idsOf(true)); });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT figuresRequested(m_rows); });
    setLines({});
}

std::vector<std::string> UndoPanel::idsOf(bool isUndone) const
{
    std::vector<std::string> ids;
    for (const HistoryLine& line : m_lines)
        if (line.isUndone == isUndone || (isUndone && line.isPartlyUndone))
            ids.push_back(line.id());
    return ids;
}

void UndoPanel::setLines(std::vector<HistoryLine> lines)
{
    m_lines = std::move(lines);
    m_undo->setEnabled(!idsOf(false).empty());
    m_redo->setEnabled(!idsOf(true).empty());
    m_show->setEnabled(false);
    m_later->setVisible(m_undo->isEnabled());
    if (m_lines.empty()) {
        m_working.cancel();
        m_text->setText(tr("Choose one or several decisions to see what undoing them would change."));
        m_strip->setRows({});
        return;
    }
    start();
}

Result<UndoPanel::Preview> UndoPanel::previewOf(workspace::Workspace& workspace,
                                                const std::vector<std::string>& standing,
                                                const std::vector<FigureId>& figures)
{
    Preview preview;
    if (!standing.empty()) {
        TRY(preview.effect, workspace.previewUndo(standing));
    }
    TRY(const auto now, workspace.snapshot());
    for (const FigureId figure : figures)
        if (const auto row = now->columns->rowOf(figure); row && now->columns->shown.test(row->value))
            preview.rows.push_back(*row);
    std::sort(preview.rows.begin(), preview.rows.end());
    preview.rows.erase(std::unique(preview.rows.begin(), preview.rows.end()), preview.rows.end());
    return preview;
}

void UndoPanel::start()
{
    if (!m_session.workspace())
        return;
    std::vector<FigureId> figures;
    for (const HistoryLine& line : m_lines)
        figures.insert(figures.end(), line.entry.figures.begin(), line.entry.figures.end());
    m_working.start([workspace = m_session.workspace(), standing = idsOf(false), figures = std::move(figures)](
                        std::stop_token) { return previewOf(*workspace, standing, figures); },
                    [this](const Result<Preview>& preview) { show(preview); });
}

QString UndoPanel::effectText(const workspace::UndoPreview& effect) const
{
    const int decisions = static_cast<int>(idsOf(false).size());
    if (decisions == 0)
        return tr("Undone already: %n decision(s). Redoing brings them back.", nullptr,
                  static_cast<int>(m_lines.size()));
    QStringList lines;
    const auto changed = effect.changed.size();
    if (changed == 0)
        lines += tr("Undoing %n decision(s) changes no label: others or later ones say the same.", nullptr, decisions);
    else if (changed > effect.figures)
        lines +=
            tr("Undoing %n decision(s) changes the labels of %1.", nullptr, decisions).arg(Wording::figures(changed));
    else
        lines += tr("Undoing %n decision(s) changes the labels of %1 of %2.", nullptr, decisions)
                     .arg(withThousands(changed), Wording::figures(effect.figures));
    QStringList questions;
    for (const Question question : allQuestions)
        if (const auto count = effect.changes[static_cast<std::size_t>(question)]; count > 0)
            questions +=
                tr("%1: %2", "question, number of figures").arg(Wording::questionName(question), withThousands(count));
    if (!questions.isEmpty())
        lines += questions.join(QStringLiteral(" · "));
    return lines.join(QLatin1Char('\n'));
}

void UndoPanel::show(const Result<Preview>& preview)
{
    if (!preview) {
        m_text->setText(fromUtf8(preview.error().message()));
        return;
    }
    m_text->setText(effectText(preview->effect));
    m_rows = preview->rows;
    m_show->setEnabled(!m_rows.empty());
    m_strip->setRows(preview->effect.changed.empty() ? m_rows : preview->effect.changed);
}

bool UndoPanel::isSettled() const
{
    return !m_working.isBusy() && m_strip->isSettled();
}

} // namespace biomedica::ui
