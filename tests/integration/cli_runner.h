// Runs the command line as a script does.
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

CliOutcome runCli(const QStringList& arguments, int timeoutMs = 60'000);

} // namespace biomedica::test
