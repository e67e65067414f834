use std::io::{self, BufRead, Write};

#[allow(unconditional_recursion)]
fn deep(above: &[u64; 100], depth: u64) -> u64 {
    let room = [depth; 100];
    deep(&room, depth + 1) + above[50]
}

fn main() {
    let mut lines = io::stdin().lock().lines().map(Result::unwrap);
    match lines.next().unwrap().as_str() {
        "right" => println!("42"),
        "wrong" => println!("41"),
        "slow" => loop {},
        "hungry" => {
            let mut held = Vec::new();
            loop {
                held.push(vec![1u8; 1_000_000]);
            }
        }
        "greedy" => println!("{}", vec![1u8; 1_000_000_000_000].len()),
        "crashing" => panic!("as asked"),
        "deep" => println!("{}", deep(&[0; 100], 0)),
        "flood" => loop {
            writeln!(io::stdout(), "{}", "water".repeat(100)).unwrap();
        },
        "sum" => println!("{}", lines.map(|line| line.parse::<u64>().unwrap()).sum::<u64>()),
        "unicode" => println!("{} → ¡sí! ✓", lines.next().unwrap()),
        _ => (),
    }
}
