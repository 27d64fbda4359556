#include "ui/common/findingspane.h"

#include "ui/common/theme.h"
#include "ui/common/twolevelmodel.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

namespace biomedica::ui {

FindingsPane::FindingsPane(TwoLevelModel* model, QWidget* side, QWidget* parent)
    : QWidget(parent), m_model(model), m_tree(new QTreeView), m_split(new QSplitter), m_empty(makeMutedLabel({})),
      m_message(makeMutedLabel({})), m_progress(new QProgressBar), m_middle(new QStackedLayout)
{
    m_tree->setModel(model);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_split->addWidget(m_tree);
    m_split->addWidget(side);
    m_split->setChildrenCollapsible(false);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_middle->addWidget(m_empty);
    m_middle->addWidget(m_split);
    connect(model, &QAbstractItemModel::modelReset, this, &FindingsPane::showFilled);

    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedWidth(scaled(120));
    m_message->setWordWrap(true);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &FindingsPane::closeRequested);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(measure::gap);
    bottom->addWidget(m_progress);
    bottom->addWidget(m_message, 1);
    bottom->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::margin);
    layout->addLayout(m_middle, 1);
    layout->addLayout(bottom);
}

void FindingsPane::setWidths(int tree, int side)
{
    m_split->setSizes({scaled(tree), scaled(side)});
}

void FindingsPane::setEmptyText(const QString& text)
{
    m_empty->setText(text);
}

void FindingsPane::showFilled()
{
    const bool isFilled = m_model->rowCount() > 0;
    const bool isNews = isFilled && m_middle->currentWidget() != m_split;
    m_middle->setCurrentWidget(isFilled ? static_cast<QWidget*>(m_split) : m_empty);
    if (isNews)
        m_tree->setFocus(Qt::OtherFocusReason);
}

} // namespace biomedica::ui
