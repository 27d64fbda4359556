#include "tests/integration/cli_runner.h"

namespace biomedica::test {

std::vector<json::Value> CliOutcome::lines() const
{
    std::vector<json::Value> values;
    for (const QByteArray& line : output.split('\n'))
        if (!line.isEmpty())
            values.push_back(json::parse(line.toStdString()).value_or(json::Value("not JSON: " + line.toStdString())));
    return values;
}

json::Value CliOutcome::lastLine() const
{
    const std::vector<json::Value> values = lines();
    return values.empty() ? json::Value() : values.back();
}

QString cliProgram()
{
    return qEnvironmentVariable("BIOMEDICA_CLI");
}

CliOutcome runCli(const QStringList& arguments, int timeoutMs)
{
    QProcess process;
    process.start(cliProgram(), arguments);
    CliOutcome outcome;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        outcome.isCrashed = true;
    }
    outcome.isCrashed |= process.exitStatus() == QProcess::CrashExit;
    if (process.error() != QProcess::FailedToStart) // whose exit code would be 0
        outcome.status = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

} // namespace biomedica::test
