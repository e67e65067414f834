macro_rules! bomb {
    ($($part:tt)*) => { bomb!($($part)* $($part)*) };
}

fn main() {
    bomb!(x x x x x x x x);
}
