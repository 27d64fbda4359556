#include "ui/collaboration/sharedialog.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStyle>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr int hundred = 100;
constexpr int dialogWidth = 520; // before the text scale

QSpinBox* makePercent(int value, int least)
{
    auto* box = new QSpinBox;
    box->setRange(least, hundred);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" %"));
    return box;
}

} // namespace

ShareDialog::ShareDialog(Session& session, Rows rows, const QString& what, QWidget* parent)
    : QDialog(parent), m_session(session), m_rows(std::move(rows)), m_names(new QLineEdit), m_round(new QLineEdit),
      m_share(makePercent(hundred, 1)), m_overlap(makePercent(20, 0)), m_seed(new QSpinBox),
      m_repeat(new QCheckBox(tr("&Ask again: older answers are hidden from those who gave them"))),
      m_summary(new QLabel), m_writing(session.pool(), this, Background::Policy::InOrder)
{
    setWindowTitle(tr("Share out figures"));
    build(what);
    connect(m_names, &QLineEdit::textChanged, this, &ShareDialog::showCounts);
    for (QSpinBox* box : {m_share, m_overlap})
        connect(box, &QSpinBox::valueChanged, this, &ShareDialog::showCounts);
    connect(m_assign, &QPushButton::clicked, this, &ShareDialog::assign);
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    showCounts();
}

void ShareDialog::build(const QString& what)
{
    m_names->setPlaceholderText(tr("for example anna, ben, cleo"));
    m_names->setText(m_session.annotator());
    m_round->setText(tr("round 1"));
    m_seed->setRange(1, 1'000'000);
    m_seed->setToolTip(tr("The same seed gives the same shares"));
    m_overlap->setToolTip(tr("Figures that everybody gets, so that agreement can be counted"));
    m_summary->setWordWrap(true);
    auto* intro = new QLabel(what);
    intro->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(measure::margin);
    form->setVerticalSpacing(measure::gap);
    form->addRow(tr("&Figures"), intro);
    form->addRow(tr("A&nnotators"), m_names);
    form->addRow(tr("&Of these figures"), m_share);
    form->addRow(tr("To &everybody"), m_overlap);
    form->addRow(tr("&Seed"), m_seed);
    form->addRow(tr("Name of the &round"), m_round);
    form->addRow(QString(), m_repeat);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_assign = buttons->addButton(tr("Share out"), QDialogButtonBox::ActionRole);
    m_assign->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    resize(scaled(dialogWidth), sizeHint().height());
    m_names->setFocus();
}

QStringList ShareDialog::annotators() const
{
    static const QRegularExpression between(QStringLiteral("\\s*[,;]\\s*"));
    return m_names->text().trimmed().split(between, Qt::SkipEmptyParts);
}

workspace::AssignmentPlan ShareDialog::plan() const
{
    workspace::AssignmentPlan plan;
    plan.rows = m_rows;
    for (const QString& name : annotators())
        plan.annotators.push_back(toUtf8(name));
    plan.name = toUtf8(m_round->text().trimmed());
    plan.share = static_cast<double>(m_share->value()) / hundred;
    plan.overlap = static_cast<double>(m_overlap->value()) / hundred;
    plan.isRepeat = m_repeat->isChecked();
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    return plan;
}

void ShareDialog::showCounts()
{
    const QStringList names = annotators();
    const workspace::AssignmentPlan wanted = plan();
    const std::vector<std::size_t> shares = workspace::sharesOf(wanted);
    m_assign->setEnabled(!shares.empty() && shares.front() > 0);
    if (names.isEmpty()) {
        say(tr("Name at least one annotator."), false);
        return;
    }
    QStringList parts;
    for (qsizetype i = 0; i < names.size(); ++i)
        parts += tr("%1: %2", "name, 12 figures").arg(names[i], Wording::figures(shares[static_cast<std::size_t>(i)]));
    say(parts.join(QStringLiteral(" · ")), false);
}

QString ShareDialog::summaryText() const
{
    return m_summary->text();
}

void ShareDialog::say(const QString& message, bool isBad)
{
    m_summary->setText(message);
    m_summary->setProperty("isBad", isBad);
    m_summary->style()->unpolish(m_summary);
    m_summary->style()->polish(m_summary);
}

void ShareDialog::assign()
{
    m_assign->setEnabled(false);
    m_writing.start([workspace = m_session.workspace(), by = toUtf8(m_session.annotator()),
                     wanted = plan()](std::stop_token) { return workspace->assign(by, wanted); },
                    [this](const Result<std::map<std::string, std::size_t>>& assigned) {
                        m_assign->setEnabled(true);
                        if (!assigned) {
                            say(fromUtf8(assigned.error().message()), true);
                            return;
                        }
                        QStringList parts;
                        for (const auto& [name, figures] : *assigned)
                            parts += tr("%1: %2", "name, 12 figures").arg(fromUtf8(name), Wording::figures(figures));
                        Q_EMIT shared(tr("Shared out: %1").arg(parts.join(QStringLiteral(" · "))));
                        accept();
                    });
}

} // namespace biomedica::ui
