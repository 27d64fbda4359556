// Runs the command line as a script does, and makes files for it.
#pragma once

#include "core/json/value.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <vector>

namespace biomedica::test {

struct CliOutcome {
    int status = -1;
    bool isCrashed = false;
    QByteArray output, errors;

    /// Standard output as JSON, one value a line.
    std::vector<json::Value> lines() const;
    json::Value lastLine() const;
};

/// The program that BIOMEDICA_CLI names.
QString cliProgram();

/// An array of float32 as NumPy saves it: rows of the same length.
std::string npyOf(const std::vector<std::vector<float>>& rows);

CliOutcome runCli(const QStringList& arguments, int timeoutMs = 60'000);

} // namespace biomedica::test
