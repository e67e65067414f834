#include <thread>
#include <vector>

int main() {
  std::vector<std::thread> burning;
  for (int each = 0; each < 16; each++) {
    burning.emplace_back([] {
      for (volatile unsigned long count = 0;; count = count + 1) {
      }
    });
  }
  burning.front().join();
}
