#include "ui/duplicates/membermodel.h"

#include "ui/common/markedtext.h"

#include <algorithm>

namespace biomedica::ui {

MemberModel::MemberModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_reading(session.shardPool(), this)
{
}

void MemberModel::setRows(const Rows& rows, QSize pictureBox)
{
    beginResetModel();
    m_members.clear();
    endResetModel();
    if (rows.empty() || !m_session.workspace()) {
        m_reading.cancel();
        return;
    }
    Rows wanted(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), most)));
    m_reading.start(
        [workspace = m_session.workspace(), wanted = std::move(wanted), pictureBox](std::stop_token stop) {
            std::vector<Member> members;
            const auto figures = workspace->summaries(wanted);
            for (std::size_t place = 0; figures && place < wanted.size() && !stop.stop_requested(); ++place) {
                const workspace::FigureSummary& figure = (*figures)[place];
                members.push_back({readThumbnail(*workspace, wanted[place], pictureBox), fromUtf8(figure.key),
                                   fromUtf8(figure.pmcid), fromUtf8(figure.license)});
            }
            return members;
        },
        [this](std::vector<Member> members) {
            beginResetModel();
            m_members = std::move(members);
            endResetModel();
            Q_EMIT arrived();
        });
}

QStringList MemberModel::licences() const
{
    QStringList licences;
    for (const Member& member : m_members)
        if (const QString licence = member.licence.isEmpty() ? tr("licence unknown") : member.licence;
            !licences.contains(licence))
            licences += licence;
    return licences;
}

int MemberModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

QVariant MemberModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Member& member = m_members[static_cast<std::size_t>(index.row())];
    const QString article = member.article.isEmpty() ? tr("article unknown") : member.article;
    const QString licence = member.licence.isEmpty() ? tr("licence unknown") : member.licence;
    switch (role) {
    case Qt::DecorationRole: return member.picture.image;
    case GroundRole: return member.picture.ground;
    case ProblemRole: return member.picture.problem;
    case KeyRole:
    case Qt::ToolTipRole: return member.key;
    case ArticleRole: return article;
    case LicenceRole: return licence;
    case Qt::AccessibleTextRole:
        return tr("%1, article %2, licence %3", "a figure by its key").arg(member.key, article, licence);
    default: return {};
    }
}

} // namespace biomedica::ui
