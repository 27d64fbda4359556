// Draws one tile of the gallery.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "ui/common/chip.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/gallery/tileframe.h"
#include "ui/models/figureresultmodel.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QPalette>
#include <QRect>

namespace biomedica::ui {

struct TileState {
    const FigureTile* figure = nullptr;   ///< nullptr while it is being read
    const Thumbnail* thumbnail = nullptr; ///< nullptr while it is being read
    bool isCursor = false, isSelected = false;
    bool isFocused = false; ///< the gallery has the keyboard focus
};

/// What is shown below a picture.
struct TileLook {
    static constexpr int mostCaptionLines = 6;
    int captionLines = 3; ///< 0 to mostCaptionLines
    bool hasChips = true;
    bool operator==(const TileLook&) const = default;
};

class TilePainter {
public:
    explicit TilePainter(const annotation::Taxonomy& taxonomy);

    const TileLook& look() const { return m_look; }
    void setLook(const TileLook& look) { m_look = look; }
    /// After a change of the text scale.
    void refreshFonts();

    /// The most that a picture takes up of its part of the tile.
    static QSize pictureIn(QSize area);

    /// What a tile needs below its picture.
    int captionHeight() const;

    void paint(QPainter& painter, const QRect& tile, int pictureHeight, const TileState& state,
               const QPalette& palette) const;

    /// The labels worth a tile's little room, the most telling first.
    static QList<Chip> labelsOf(const workspace::FigureSummary& summary, const annotation::Taxonomy& taxonomy,
                                Scheme scheme);

private:
    void paintPicture(QPainter& painter, const QRect& area, const TileState& state, const QPalette& palette) const;
    void paintWords(QPainter& painter, const QRect& area, const FigureTile& figure, const QPalette& palette) const;
    void paintFoot(QPainter& painter, const QRect& area, const FigureTile& figure, const QPalette& palette) const;

    int linesHeight() const;
    int footHeight() const;

    const annotation::Taxonomy& m_taxonomy;
    TileLook m_look;
    TextPainter m_words; ///< captions
    ChipPainter m_chips;
    TileFrame m_frame;
};

} // namespace biomedica::ui
