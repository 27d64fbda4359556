#include "core/workspace/libraries.h"

#include "core/db/libraries.h"
#include "core/image/libraries.h"
#include "core/json/libraries.h"

namespace biomedica::workspace {

Libraries libraries()
{
    Libraries all;
    for (const Libraries& some : {db::libraries(), image::libraries(), json::libraries(), baseLibraries()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace biomedica::workspace
