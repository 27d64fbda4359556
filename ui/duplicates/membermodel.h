// The figures of one group of duplicates: picture, key, article and licence of each.
//
// Thread contract: GUI thread; all of it is read in the background, data() is a look-up.
#pragma once

#include "ui/thumbnails/thumbnailstore.h"

#include <QAbstractListModel>
#include <vector>

namespace biomedica::ui {

class MemberModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit MemberModel(Session& session, QObject* parent = nullptr);

    /// The first ones of these.
    void setRows(const Rows& rows, QSize pictureBox);
    bool isBusy() const { return m_reading.isBusy(); }
    /// Each once, in the order of the figures.
    QStringList licences() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    enum Role { KeyRole = Qt::UserRole + 1, ArticleRole, LicenceRole, GroundRole, ProblemRole };

    /// A logo that stands in a thousand articles needs no thousand lines.
    static constexpr std::size_t most = 50;

Q_SIGNALS:
    void arrived();

private:
    struct Member {
        Thumbnail picture;
        QString key, article, licence;
    };

    Session& m_session;
    std::vector<Member> m_members;
    Background m_reading;
};

} // namespace biomedica::ui
