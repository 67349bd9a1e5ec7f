#pragma once

#include <string>
#include <vector>

namespace porting {

/// Does what clang's command line says, relative to a folder. False when it was not done, whatever the reason; there may
/// be a part of an output then.
bool compile(const std::string &Directory, const std::vector<std::string> &Words);

} // namespace porting
