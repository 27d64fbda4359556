// Brings a figure's picture into a view: its thumbnail at once, the picture when it is read, more of a huge
// one when somebody looks closely. The latest figure wins; where the shard is out of reach it is tried again.
//
// Thread contract: GUI thread; reading and decoding happen in the background.
#pragma once

#include "ui/detail/imageview.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace biomedica::ui {

class PictureReader : public QObject {
    Q_OBJECT
public:
    /// Both outlive the reader.
    PictureReader(Session& session, ThumbnailStore& thumbnails, ImageView& view, QObject* parent = nullptr);

    /// nullopt: no picture.
    void show(std::optional<RowId> row);
    bool isBusy() const { return m_reading.isBusy(); }

    /// Decoded at first: 48 MB. 4000 pixels each way show all that a window can.
    static constexpr qint64 firstPixels = 16'000'000;
    /// Decoded when looked at closely: 192 MB, three times that for the moment of decoding.
    static constexpr qint64 mostPixels = 48'000'000;

Q_SIGNALS:
    /// The picture is there, or why it is not.
    void settled();

private:
    void read(qint64 pixels);
    void readMore();

    Session& m_session;
    ThumbnailStore& m_thumbnails;
    ImageView& m_view;
    std::optional<RowId> m_row;
    qint64 m_pixels = 0; ///< asked for
    Background m_reading;
    QTimer m_retry;
};

} // namespace biomedica::ui
