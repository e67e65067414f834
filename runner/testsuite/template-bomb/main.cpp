template <int Depth, typename... Parts>
struct Twice : Twice<Depth - 1, Parts..., Parts...> {};
template <typename... Parts>
struct Twice<0, Parts...> {
  static constexpr int count = sizeof...(Parts);
};
int main() { return Twice<40, int, long>::count; }
