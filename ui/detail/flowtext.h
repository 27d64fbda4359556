// Rich text as high as it needs to be, broken anywhere where a word is wider than the panel: keys and hashes are
// never cut off. Text can be selected with mouse and keyboard.
//
// Thread contract: GUI thread.
#pragma once

#include <QTextEdit>

namespace biomedica::ui {

class FlowText : public QTextEdit {
    Q_OBJECT
public:
    explicit FlowText(const QString& name, QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace biomedica::ui
