// What the figures of a selection have in common: by question the answer that all of them have, if they do.
//
// Thread contract: GUI thread; reads in the background, the latest request wins.
#pragma once

#include "ui/session/session.h"

#include <array>
#include <optional>

namespace biomedica::ui {

class CommonAnswers : public QObject {
    Q_OBJECT
public:
    /// Of more figures nothing is read: that they are all alike cannot be said then.
    static constexpr std::size_t most = 500;

    struct Common {
        bool areAlike = false;
        bool areByHand = false; ///< all of them, rather than imported
        Answer answer;          ///< where they are alike
    };
    using ByQuestion = std::array<Common, 4>;

    explicit CommonAnswers(Session& session, QObject* parent = nullptr);

    void setFigures(Rows figures);
    /// The same figures, labelled anew.
    void readAgain();
    /// nullopt while they are being read.
    const std::optional<ByQuestion>& answers() const { return m_answers; }

Q_SIGNALS:
    void changed();

private:
    static ByQuestion commonOf(const std::vector<workspace::FigureSummary>& figures);

    Session& m_session;
    Rows m_figures;
    std::optional<ByQuestion> m_answers;
    Background m_reading;
};

} // namespace biomedica::ui
