// A push button whose text takes more lines where one is too narrow.
//
// Thread contract: GUI thread.
#pragma once

#include <QPushButton>

namespace biomedica::ui {

class WrappingButton : public QPushButton {
    Q_OBJECT
public:
    /// The text has no mnemonic: an "&" stands for itself.
    explicit WrappingButton(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_words;
};

} // namespace biomedica::ui
