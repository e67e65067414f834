int hoard[1 << 26] = {1};
int main(void) { return hoard[1]; }
