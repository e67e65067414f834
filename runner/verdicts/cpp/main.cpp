#include <cstring>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

static volatile long depth;

static long deep() {
  char room[1000];
  std::memset(room, static_cast<int>(depth++), sizeof room);
  return deep() + room[500];
}

int main() {
  std::string word, line;
  std::getline(std::cin, word);

  if (word == "right") std::cout << 42 << std::endl;
  if (word == "wrong") std::cout << 41 << std::endl;
  while (word == "slow") depth++;
  for (std::vector<std::string> held; word == "hungry";) held.emplace_back(1'000'000, 'x');
  if (word == "greedy") std::cout << std::string(1'000'000'000'000, 'x').size();
  if (word == "crashing") throw std::runtime_error("as asked");
  if (word == "deep") std::cout << deep() << std::endl;
  while (word == "flood") std::cout << "water water water water\n";
  if (word == "sum") {
    long long sum = 0, each;
    while (std::cin >> each) sum += each;
    std::cout << sum << std::endl;
  }
  if (word == "unicode" && std::getline(std::cin, line)) std::cout << line << " → ¡sí! ✓" << std::endl;
}
