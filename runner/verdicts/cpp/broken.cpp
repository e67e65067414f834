#include <string>

int half(int number) {
  return number / 2;
}

int main() {
  return half(std::string("four"));
}
