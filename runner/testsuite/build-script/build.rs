fn main() {
    println!("cargo:rustc-env=MADE_WHILE_COMPILING=ran");
    std::fs::write("/tmp/canary/new", "x").unwrap();
}
