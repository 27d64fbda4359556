// The figure under the cursor: picture, article, licence, caption, labels, mentions, details.
//
// Shows what FigureController has; picture and metadata come from the shard in the background.
//
// Thread contract: GUI thread.
#pragma once

#include "core/shards/metadata.h"
#include "ui/detail/imageview.h"
#include "ui/session/figurecontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QWidget>
#include <optional>

class QLabel;
class QScrollArea;

namespace biomedica::ui {

class LabelTable;

class FigurePanel : public QWidget {
    Q_OBJECT
public:
    FigurePanel(Session& session, QueryController& queries, FigureController& figures, ThumbnailStore& thumbnails,
                QWidget* parent = nullptr);

    ImageView* imageView() const { return m_image; }
    bool isSettled() const { return !m_reading.isBusy() && !m_picture.isBusy(); }

    QSize sizeHint() const override { return {380, 600}; }

Q_SIGNALS:
    void settled();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addText(QLayout* layout);
    void build();
    void showRow();
    void showDetail();
    void showMetadata();
    void readPicture(RowId row);
    void readMetadata(RowId row);

    Session& m_session;
    QueryController& m_queries;
    FigureController& m_figures;
    ThumbnailStore& m_thumbnails;
    Background m_reading, m_picture;
    std::optional<shards::FigureMetadata> m_metadata;

    ImageView* m_image = nullptr;
    QLabel *m_title = nullptr, *m_article = nullptr, *m_licence = nullptr, *m_caption = nullptr;
    QLabel *m_mentionsHeading = nullptr, *m_mentions = nullptr, *m_details = nullptr, *m_problem = nullptr;
    LabelTable* m_labels = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget *m_body = nullptr, *m_line = nullptr;
};

} // namespace biomedica::ui
