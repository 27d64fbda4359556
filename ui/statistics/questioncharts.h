// The pictures of one question: agreement by class, the confusion of two annotators, drift over days, agreement with
// oneself.
//
// Thread contract: GUI thread.
#pragma once

#include "core/workspace/consensus_report.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/linechart.h"

#include <QCoreApplication>

namespace biomedica::ui {

class QuestionCharts {
    Q_DECLARE_TR_FUNCTIONS(QuestionCharts)
public:
    static void showClasses(BarChart& chart, const workspace::QuestionReport& report);
    static void showRepeats(BarChart& chart, const workspace::QuestionReport& report);
    static void showDrift(LineChart& chart, const workspace::QuestionReport& report);
    /// The most frequent answers of the pair, at most `mostAnswers`; returns how many were left out.
    static int showConfusion(HeatMap& map, const workspace::QuestionReport& report,
                             const workspace::AnnotatorPair& pair);

    static constexpr std::size_t mostAnswers = 25;
};

} // namespace biomedica::ui
