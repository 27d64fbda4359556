// An SQLite file layer that loses what was not synced, which is what a pulled plug does.
#pragma once

#include <filesystem>

namespace biomedica::test {

/// The name to open databases with. Registers the layer the first time.
const char* powerCutVfs();

/// From now on nothing reaches the disk any more, as if the power were gone; what was written since the
/// last sync of each file is undone. Files opened through the layer are of no use afterwards.
void pullThePlug();

/// Power is back: files may be opened again.
void restorePower();

} // namespace biomedica::test
