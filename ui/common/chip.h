// A label as it is drawn everywhere: a small frame in the class's hue, a square that tells where the
// label comes from, and the word.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/markedtext.h"

#include <QCache>
#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QPixmap>
#include <QRect>
#include <QString>
#include <QWidget>

class QPainter;

namespace biomedica::ui {

/// Told apart by shape, never by colour alone.
enum class ChipOrigin {
    Hand,     ///< filled square: somebody decided so
    Imported, ///< hollow square: the shard says so
};

struct Chip {
    QString text;
    QColor colour;
    ChipOrigin origin = ChipOrigin::Hand;
    bool operator==(const Chip&) const = default;
};

QSize chipSize(const Chip& chip, const QFont& font);

/// Draws at the left of `bounds`, the word shortened to its width; returns the width used, 0 where there is no room.
int drawChip(QPainter& painter, const QRect& bounds, const Chip& chip, const QFont& font, const QPalette& palette);

/// Keeps the frames of chips as drawn and their words as laid out, for views that draw the same ones again and again.
class ChipPainter {
public:
    explicit ChipPainter(const QFont& font = {}) { setFont(font); }

    const QFont& font() const { return m_words.font(); }
    void setFont(const QFont& font);
    int height() const { return m_height; }
    int widthOf(const Chip& chip) const;
    /// As drawChip() does.
    int draw(QPainter& painter, const QRect& bounds, const Chip& chip, const QPalette& palette) const;

private:
    struct Frame {
        QSize size;
        QRgb colour = 0, ground = 0;
        ChipOrigin origin = ChipOrigin::Hand;
        qreal ratio = 1;
        bool operator==(const Frame&) const = default;
        friend size_t qHash(const Frame& frame, size_t seed)
        {
            return qHashMulti(seed, frame.size.width(), frame.size.height(), frame.colour, frame.ground,
                              static_cast<int>(frame.origin), frame.ratio);
        }
    };
    const QPixmap& pixmapOf(const Frame& frame) const;

    TextPainter m_words;
    int m_height = 0, m_leastWidth = 0;
    mutable QHash<QString, int> m_widths;
    mutable QCache<Frame, QPixmap> m_frames{256};
};

/// Chips in a row.
class ChipRow : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);

    /// `placeholder` is shown in muted text where there are no chips.
    void setChips(QList<Chip> chips, const QString& placeholder);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<Chip> m_chips;
    QString m_placeholder;
};

} // namespace biomedica::ui
