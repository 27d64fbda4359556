#include "core/base/priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace biomedica {

void letOthersGoFirst()
{
#ifdef __linux__
    constexpr int nice = 5; // a third of the time of another thread that wants the processor as well
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
#endif
}

} // namespace biomedica
