// biomedica: the command line on the same core as the desktop app.

#include "app/cli/command.h"

#include <cerrno>
#include <csignal>
#include <thread>
#include <unistd.h>

using namespace biomedica;

namespace {

/// Turns Ctrl-C into a request to stop: what was done stays, and the same command resumes. A handler, for blocking the
/// signals would not reach threads that libraries start before main(), as OpenBLAS does.
class Interruption {
public:
    Interruption()
    {
        if (::pipe(pipeEnds) != 0)
            return; // then the signals end the program, as they do without us
        struct sigaction action {};
        action.sa_handler = [](int) { send('s'); };
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_RESTART;
        for (const int signal : {SIGINT, SIGTERM})
            ::sigaction(signal, &action, nullptr);
        m_thread = std::thread([this] {
            char what = 0;
            while (::read(pipeEnds[0], &what, 1) < 0 && errno == EINTR)
                ;
            if (what == 's')
                m_stop.request_stop();
        });
    }
    ~Interruption()
    {
        if (!m_thread.joinable())
            return;
        send('e');
        m_thread.join();
    }

    std::stop_token token() const { return m_stop.get_token(); }

private:
    static void send(char what)
    {
        const int error = errno;
        [[maybe_unused]] const auto written = ::write(pipeEnds[1], &what, 1);
        errno = error;
    }

    static inline int pipeEnds[2] = {-1, -1}; ///< a handler knows nothing else
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
    app.formatter(cli::helpFormatter());
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
    cli::addSimilarityCommands(app, context);
    cli::addRecompressCommand(app, context);
    cli::addDemoCommand(app, context);
    cli::addDescriptorCommand(app, context);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& problem) {
        if (const auto advice = cli::adviceOnRepeating(app, {argv + 1, argv + argc}))
            context.output.problem(*advice);
        else
            app.exit(problem);
        return cli::WrongUsage;
    }
    return context.status;
}
