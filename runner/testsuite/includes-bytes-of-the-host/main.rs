static TAKEN: &[u8] = include_bytes!("/etc/shadow");
const OURS: &str = include_str!("/tmp/canary/secret");

fn main() {
    println!("{:?} {}", TAKEN, OURS);
}
