// What heatmaps show: invented tables of numbers from 0 to 1 with names for rows and columns.
//
// Thread contract: pure functions.
#pragma once

#include "core/demo/drawing/panel.h"

#include <string>
#include <vector>

namespace biomedica::demo {

enum class MatrixKind { Expression, Correlation, Confusion, Smooth, Peaks, Plate, Calendar, Contacts };

struct Matrix {
    MatrixKind kind = MatrixKind::Expression;
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::vector<std::vector<double>> values; ///< rows × columns, 0 to 1
    std::vector<std::string> groups;         ///< of columns, in equal parts; may be none
    double low = 0;                          ///< what 0 and 1 stand for
    double high = 1;
    std::string scale;
};

/// Genes by samples in groups; rows that rise and rows that fall.
Matrix makeExpression(Brush& brush, int rows, int perGroup);
Matrix makeCorrelations(Brush& brush, int side);
/// Few classes, the true by the predicted, high along the diagonal.
Matrix makeConfusion(Brush& brush);
/// A surface of hills without names.
Matrix makeSmooth(Brush& brush);
/// Reads around the middle of many regions, the fullest at the top.
Matrix makePeaks(Brush& brush);
/// The wells of a plate, of 24 to 384.
Matrix makePlate(Brush& brush);
/// Days of a week by weeks.
Matrix makeCalendar(Brush& brush);
/// How often each place of a chromosome touches each other.
Matrix makeContacts(Brush& brush);

} // namespace biomedica::demo
