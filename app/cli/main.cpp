// biomedica: the command line on the same core as the desktop app.

#include "app/cli/command.h"

#include <csignal>
#include <pthread.h>
#include <thread>

using namespace biomedica;

namespace {

/// Turns Ctrl-C into a request to stop: what was done stays, and the same command resumes.
class Interruption {
public:
    Interruption()
    {
        sigemptyset(&m_signals);
        for (const int signal : {SIGINT, SIGTERM, SIGUSR2})
            sigaddset(&m_signals, signal);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::thread([this] {
            int signal = 0;
            sigwait(&m_signals, &signal);
            m_stop.request_stop();
        });
    }
    ~Interruption()
    {
        pthread_kill(m_thread.native_handle(), SIGUSR2);
        m_thread.join();
    }

    std::stop_token token() const { return m_stop.get_token(); }

private:
    sigset_t m_signals{};
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace

int main(int argc, char** argv)
{
    const Interruption interruption;
    cli::Context context;
    context.stop = interruption.token();

    CLI::App app("Biomedica Curator on the command line: index, search, label and export scientific figures.",
                 "biomedica");
    app.set_version_flag("--version", "biomedica " BIOMEDICA_VERSION);
    app.add_flag("--json", context.output.isJson, "Print one JSON object per line");
    app.add_flag("--quiet", context.output.isQuiet, "No progress and no messages");
    app.require_subcommand(1);
    app.footer("Try everything on synthetic figures:\n"
               "  biomedica demo demo-shards\n"
               "  biomedica index demo-collection demo-shards\n"
               "  biomedica search demo-collection 'western blot'");
    cli::addCollectionCommands(app, context);
    cli::addSearchCommands(app, context);
    cli::addShowCommand(app, context);
    cli::addLabelCommand(app, context);
    cli::addJournalCommands(app, context);
    cli::addTaxonomyCommands(app, context);
    cli::addVotesCommands(app, context);
    cli::addCheckCommand(app, context);
    cli::addConsensusCommand(app, context);
    cli::addExportCommands(app, context);
    cli::addRecompressCommand(app, context);
    cli::addDemoCommand(app, context);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& problem) {
        app.exit(problem);
        return cli::WrongUsage;
    }
    return context.status;
}
