#include "rules/locks.hpp"

namespace nianbao {

void add_locked_fault(const Message& what, const RuleOrigin& lock, const SourceFile& file, yaml::Mark at,
                      RuleFaults& faults) {
  const auto place = lock.file + ":" + std::to_string(lock.line);
  faults.add(file, at, "locked",
             {what.zh + "已由规则包 " + lock.pack + " 锁定（" + place + "），不能更改",
              what.en + " is locked by pack " + lock.pack + " (" + place + ") and cannot be changed"},
             {"请去掉这一条；确须更改的，先在锁定处解除锁定。",
              "Take this entry out; if it must differ, take the lock away where it stands."});
}

void Locks::read(Item& file, std::string_view key, const std::function<bool(const std::string&)>& is_known) {
  for (const auto& word : file.words(key)) {
    if (is_known(word.text)) {
      add(word.text, file.file().origin(word.at));
    } else {
      file.fault_at(
          word, "unknown-lock",
          {"没有可锁定的" + kind_.zh + "“" + word.text + "”", kind_.en + " \"" + word.text + "\" is not known"},
          {"只能锁定本包或所扩展规则包中已有的条目。",
           "Only what this pack or one that it extends has can be locked."});
    }
  }
}

bool Locks::allow(const std::string& name, std::string_view shown, const SourceFile& file, yaml::Mark at,
                  RuleFaults& faults) const {
  const auto lock = places_.find(name);
  if (lock == places_.end() || lock->second.pack == file.pack) {
    return true;
  }
  const std::string text(shown);
  add_locked_fault({kind_.zh + "“" + text + "”", kind_.en + " \"" + text + "\""}, lock->second, file, at, faults);
  return false;
}

}  // namespace nianbao
