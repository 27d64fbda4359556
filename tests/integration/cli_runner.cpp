#include "tests/integration/cli_runner.h"

#include "core/similarity/npy.h"

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

std::string npyOf(const std::vector<std::vector<float>>& rows)
{
    std::string bytes = similarity::npyHeader(similarity::NpyType::Float32, rows.size(), rows.front().size());
    for (const std::vector<float>& row : rows)
        bytes.append(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(float));
    return bytes;
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
