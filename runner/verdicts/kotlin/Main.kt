fun deep(depth: Long): Long = deep(depth + 1) + 1

fun main() {
    when (readLine()) {
        "right" -> println(42)
        "wrong" -> println(41)
        "slow" -> while (true) {}
        "hungry" -> {
            val held = mutableListOf<IntArray>()
            while (true) held.add(IntArray(100_000))
        }
        "greedy" -> println(LongArray(2_000_000_000).size)
        "crashing" -> throw IllegalStateException("as asked")
        "deep" -> println(deep(0))
        "flood" -> while (true) println("water".repeat(100))
        "sum" -> println(generateSequence(::readLine).map(String::toLong).sum())
        "unicode" -> println(readLine() + " → ¡sí! ✓")
    }
}
