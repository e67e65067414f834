fn half(number: i32) -> i32 {
    number / 2
}

fn main() {
    println!("{}", half("four"));
}
