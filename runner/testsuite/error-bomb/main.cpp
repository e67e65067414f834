#define A undeclared; undeclared; undeclared; undeclared; undeclared; undeclared; undeclared; undeclared;
#define B A A A A A A A A
#define C B B B B B B B B
int main() { C C C C C C C C }
