#include <cstdint>
#include <cstdio>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

#include "«entry».inc"
#line 11 "fairview_call.cpp"

#pragma GCC diagnostic ignored "-Wunused-function"

namespace fairview_call {

// JSON as the cases have it: lists, texts, numbers, true and false.
struct Reader {
  std::string all;
  size_t at = 0;

  char next() {
    while (std::string(" \t\r\n,").find(all.at(at)) != std::string::npos) at++;
    return all.at(at);
  }

  void open() {
    next();
    at++;
  }

  void list(const std::function<void()>& one) {
    open();
    while (next() != ']') one();
    at++;
  }

  std::string word() {
    next();
    size_t from = at;
    while (at < all.size() && std::string(",] \t\r\n").find(all[at]) == std::string::npos) at++;
    return all.substr(from, at - from);
  }

  unsigned four() {
    unsigned code = std::stoul(all.substr(at + 1, 4), nullptr, 16);
    at += 4;
    return code;
  }

  std::string text() {
    next();
    std::string text;
    for (at++; all.at(at) != '"'; at++) {
      if (all[at] != '\\') {
        text += all[at];
        continue;
      }
      char each = all.at(++at);
      size_t plain = std::string("nrtbf").find(each);
      if (plain != std::string::npos) text += "\n\r\t\b\f"[plain];
      else if (each == 'u') encode(text, four());
      else text += each;
    }
    at++;
    return text;
  }

  void encode(std::string& text, unsigned code) {
    if (code >= 0xD800 && code < 0xDC00 && all.compare(at + 1, 2, "\\u") == 0) {
      at += 2;
      code = 0x10000 + ((code - 0xD800) << 10) + (four() - 0xDC00);
    }
    if (code < 0x80) text += char(code);
    else if (code < 0x800) text += {char(0xC0 | code >> 6), char(0x80 | (code & 63))};
    else if (code < 0x10000) text += {char(0xE0 | code >> 12), char(0x80 | (code >> 6 & 63)), char(0x80 | (code & 63))};
    else text += {char(0xF0 | code >> 18), char(0x80 | (code >> 12 & 63)), char(0x80 | (code >> 6 & 63)), char(0x80 | (code & 63))};
  }
};

static long long read_int(Reader& in) { return std::stoll(in.word()); }
static double read_float(Reader& in) { return std::stod(in.word()); }
static bool read_bool(Reader& in) { return in.word() == "true"; }
static std::string read_str(Reader& in) { return in.text(); }

«readers»
static void tell(std::string& told, bool value) { told += value ? "true" : "false"; }
static void tell(std::string& told, long long value) { told += std::to_string(value); }
static void tell(std::string& told, double value) {
  char text[40];
  snprintf(text, sizeof text, "%.17g", value);
  told += text;
}
static void tell(std::string& told, const std::string& value) {
  told += '"';
  for (char each : value) {
    char text[8];
    if (each == '"' || each == '\\') told += {'\\', each};
    else if ((unsigned char)each < ' ') snprintf(text, sizeof text, "\\u%04x", each), told += text;
    else told += each;
  }
  told += '"';
}
template <class Each>
static void tell(std::string& told, const std::vector<Each>& values) {
  told += '[';
  for (size_t at = 0; at < values.size(); at++) {
    if (at) told += ',';
    tell(told, static_cast<Each>(values[at]));
  }
  told += ']';
}

static void call() {
  int answer = dup(1);
  dup2(2, 1);
  Reader in{std::string(std::istreambuf_iterator<char>(std::cin), {})};
  in.open();
«declarations»
  «returns» returned = «function»(«arguments»);
  std::cout.flush();
  fflush(stdout);
  std::string told;
  tell(told, returned);
  told += '\n';
  for (size_t at = 0; at < told.size();) {
    ssize_t wrote = write(answer, told.data() + at, told.size() - at);
    if (wrote <= 0) break;
    at += wrote;
  }
}

}  // namespace fairview_call

int main() {
  fairview_call::call();
  return 0;
}
