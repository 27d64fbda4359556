#include "ui/detail/picturereader.h"

#include "ui/common/markedtext.h"

namespace biomedica::ui {

namespace {

/// How much larger than its thumbnail a picture is taken to be until it is read.
constexpr int guessedScale = 8;
constexpr int retryAfterMs = 4000;

} // namespace

PictureReader::PictureReader(Session& session, ThumbnailStore& thumbnails, ImageView& view, QObject* parent)
    : QObject(parent), m_session(session), m_thumbnails(thumbnails), m_view(view), m_reading(session.shardPool(), this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfterMs);
    connect(&m_retry, &QTimer::timeout, this, [this] { read(firstPixels); });
    connect(&view, &ImageView::detailWanted, this, &PictureReader::readMore);
}

void PictureReader::show(std::optional<RowId> row)
{
    m_reading.cancel();
    m_retry.stop();
    const bool isAnother = std::exchange(m_row, row) != row;
    if (!row) {
        m_view.setMessage({});
        return;
    }
    if (isAnother)
        m_view.beginFigure();
    const Thumbnail* known = m_thumbnails.find(*row);
    if (known && !known->image.isNull())
        m_view.setPicture({{known->image}, known->image.size() * guessedScale, known->ground, true});
    read(firstPixels);
}

void PictureReader::readMore()
{
    if (m_pixels < mostPixels && !m_reading.isBusy())
        read(mostPixels);
}

void PictureReader::read(qint64 pixels)
{
    if (!m_row || !m_session.workspace())
        return;
    m_pixels = pixels;
    m_reading.start([workspace = m_session.workspace(), row = *m_row,
                     pixels](std::stop_token stop) { return readPicture(*workspace, row, pixels, std::move(stop)); },
                    [this](Result<Picture> picture) {
                        if (picture) {
                            m_view.setPicture(std::move(*picture));
                        } else {
                            m_view.setMessage(fromUtf8(picture.error().message()));
                            if (picture.error().kind() == ErrorKind::Io
                                || picture.error().kind() == ErrorKind::NotFound)
                                m_retry.start();
                        }
                        Q_EMIT settled();
                    });
}

} // namespace biomedica::ui
