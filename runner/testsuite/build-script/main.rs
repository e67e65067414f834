fn main() {
    println!("{}", option_env!("MADE_WHILE_COMPILING").unwrap_or("compiled only"));
}
