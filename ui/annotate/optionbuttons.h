// The answers to a question as buttons with their keys, two lines at most; behind them a way to those that found no
// room.
//
// Thread contract: GUI thread.
#pragma once

#include "core/base/answers.h"

#include <QList>
#include <QWidget>
#include <string>
#include <vector>

namespace biomedica::ui {

class Actions;
class FlowLayout;
class KeyButton;

class OptionButtons : public QWidget {
    Q_OBJECT
public:
    explicit OptionButtons(const Actions& actions, QWidget* parent = nullptr);

    /// In the order of their keys; of a list question none may fit.
    void setOptions(std::vector<std::string> options, bool areOfList);
    const std::vector<std::string>& options() const { return m_options; }
    void setChosen(const Answer& answer);

Q_SIGNALS:
    /// Its place among the options.
    void pressed(int option);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showOptions();
    void fit();

    std::vector<std::string> m_options;
    FlowLayout* m_flow;
    KeyButton *m_none, *m_more;
    QList<KeyButton*> m_buttons;
};

} // namespace biomedica::ui
