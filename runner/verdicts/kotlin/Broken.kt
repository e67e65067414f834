fun half(number: Int): Int = number / 2

fun main() {
    println(half("four"))
}
