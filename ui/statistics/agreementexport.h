// The tables of a report as CSV and the pictures of a question as PNG and SVG, into a folder.
//
// Thread contract: pictures are drawn on the GUI thread; files are written on any.
#pragma once

#include "core/base/result.h"
#include "core/workspace/consensus_report.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <filesystem>

namespace biomedica::ui {

class Chart;

struct NamedFile {
    std::string name;
    QByteArray bytes;
};

/// "agreement.csv", and for each question "panel_type-classes.csv" and the like; empty tables are left out.
QList<NamedFile> csvFilesOf(const workspace::ConsensusReport& report);
/// "NAME.png" and "NAME.svg".
QList<NamedFile> pictureFilesOf(const Chart& chart, const std::string& name);

/// Makes the folder where it is not there; files of the same name are replaced.
Result<void> writeFiles(const std::filesystem::path& folder, const QList<NamedFile>& files);

} // namespace biomedica::ui
