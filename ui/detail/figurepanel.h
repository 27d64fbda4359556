// The figure that is looked at: picture, article, licence, caption, labels, the article's other figures,
// mentions, details, all fields. The nearest neighbours stand between labels and article.
//
// Shows what FigureController has; picture and metadata come from the shard in the background.
//
// Thread contract: GUI thread.
#pragma once

#include "core/shards/metadata.h"
#include "ui/detail/imageview.h"
#include "ui/detail/picturereader.h"
#include "ui/session/figurecontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QWidget>
#include <optional>

class QLabel;
class QScrollArea;

namespace biomedica::ui {

class AllFields;
class ArticleStrip;
class FlowText;
class LabelTable;
class NeighbourStrip;

class FigurePanel : public QWidget {
    Q_OBJECT
public:
    FigurePanel(Session& session, QueryController& queries, FigureController& figures, ThumbnailStore& thumbnails,
                QWidget* parent = nullptr);

    ImageView* imageView() const { return m_image; }
    ArticleStrip* strip() const { return m_strip; }
    NeighbourStrip* neighbours() const { return m_neighbours; }
    AllFields* fields() const { return m_fields; }
    LabelTable* labels() const { return m_labels; }
    QString licenceText() const;
    bool isSettled() const;

    /// Hidden while a whole page shows the picture; it is not read then.
    void setPictureShown(bool isShown);
    /// For a key that goes from panel to panel.
    void takeFocus();

    QSize sizeHint() const override { return {380, 600}; }

Q_SIGNALS:
    void settled();
    /// One of the article's other figures, or a neighbour.
    void figureRequested(biomedica::RowId row);
    /// A search for more figures like this one.
    void moreLikeRequested(biomedica::RowId row);
    /// The figure has no vector yet.
    void vectorsRequested();
    /// It has none of the model that is compared, and the built-in one shall be.
    void builtinRequested();
    void linkRequested(const QString& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addText(QLayout* layout);
    QLabel* addHeading(QLayout* layout, const QString& text);
    QLabel* addReading(QLayout* layout, const QString& name);
    QWidget* makeHead();
    QWidget* makeBody();
    void build();
    void showRow();
    void showPicture();
    void showDetail();
    void showTitle();
    void showLicence();
    void showMetadata();
    void readMetadata(RowId row);

    Session& m_session;
    QueryController& m_queries;
    FigureController& m_figures;
    Background m_reading;
    std::optional<shards::FigureMetadata> m_metadata;

    ImageView* m_image;
    PictureReader* m_picture;
    bool m_isPictureShown = true;
    QLabel *m_title = nullptr, *m_article = nullptr, *m_licence = nullptr, *m_caption = nullptr;
    QLabel *m_mentionsHeading = nullptr, *m_mentions = nullptr, *m_problem = nullptr;
    FlowText* m_details = nullptr;
    LabelTable* m_labels = nullptr;
    NeighbourStrip* m_neighbours = nullptr;
    ArticleStrip* m_strip = nullptr;
    AllFields* m_fields = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_line = nullptr;
};

} // namespace biomedica::ui
