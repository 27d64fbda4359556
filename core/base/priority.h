// Which of a program's threads go first where there are more than processors.
//
// Thread contract: may be called from any thread.
#pragma once

namespace biomedica {

/// Lets the other threads go before the calling one, for as long as it lives. Only on Linux, where each thread has a
/// priority of its own; elsewhere nothing happens.
void letOthersGoFirst();

} // namespace biomedica
