#include "file/faults.hpp"

namespace nianbao::doc {

Error damaged(Message message, std::string_view where) {
  return {ErrorKind::input,
          "doc-damaged",
          std::move(message),
          std::string(where),
          {"请用Word或WPS打开后另存为docx，再试；打不开时请重新取得文件。",
           "Open it in Word or WPS, save it as docx and retry; if it does not open, get the file anew."}};
}

Error excessive(std::string code, Message message) {
  return {ErrorKind::input,
          std::move(code),
          std::move(message),
          "",
          {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

Error encrypted() {
  return {ErrorKind::input,
          "doc-encrypted",
          {"文件已加密，没有密码不能读取。", "The file is encrypted and cannot be read without its password."},
          "",
          {"请在Word或WPS中取消密码后另存。", "Remove the password in Word or WPS and save it again."}};
}

Error unsupported(std::string code, Message message) {
  return {ErrorKind::input,
          std::move(code),
          std::move(message),
          "",
          {"请用Word或WPS打开后另存为docx，再试；装有LibreOffice时也可以加--from-container office。",
           "Open it in Word or WPS, save it as docx and retry; with LibreOffice installed, --from-container office may do."}};
}

}  // namespace nianbao::doc
