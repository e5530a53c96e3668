#include "pipeline/system_reason.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>

namespace nianbao {
namespace {

struct Reason {
  int error;
  std::string_view zh;
  std::string_view en;
};

// The system's own texts are English, or in the language of a locale that is not ours to set.
constexpr std::array kReasons = {
    Reason{EACCES, "没有权限", "permission denied"},
    Reason{EPERM, "系统不允许", "not permitted"},
    Reason{ENOENT, "目录不存在", "no such directory"},
    Reason{ENOTDIR, "路径中有一段不是目录", "a part of the path is no directory"},
    Reason{EISDIR, "这是目录，不是文件", "it is a directory, not a file"},
    Reason{ENOSPC, "磁盘已满", "no space left on the disk"},
    Reason{EDQUOT, "超过磁盘配额", "disk quota exceeded"},
    Reason{EFBIG, "文件过大", "the file is too large"},
    Reason{EROFS, "文件系统只读", "the file system is read-only"},
    Reason{ENAMETOOLONG, "文件名过长", "the name is too long"},
    Reason{ELOOP, "符号链接循环", "symbolic links run in a circle"},
    Reason{EIO, "读写设备出错", "the device failed"},
    Reason{EMFILE, "打开的文件过多", "too many open files"},
    Reason{ENFILE, "打开的文件过多", "too many open files"},
    Reason{ETXTBSY, "文件正被使用", "the file is in use"},
    Reason{EBUSY, "文件正被使用", "the file is in use"},
    Reason{EPIPE, "接收方已关闭", "the receiver has closed"},
};

}  // namespace

Message system_reason(int error) {
  const auto* const it =
      std::find_if(kReasons.begin(), kReasons.end(), [&](const Reason& reason) { return reason.error == error; });
  if (it != kReasons.end()) {
    return {std::string(it->zh), std::string(it->en)};
  }
  const auto number = std::to_string(error);
  return {"系统错误" + number, "system error " + number};
}

}  // namespace nianbao
