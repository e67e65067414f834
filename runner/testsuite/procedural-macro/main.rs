extern crate proc_macro;
use proc_macro::TokenStream;

#[proc_macro]
pub fn bomb(_: TokenStream) -> TokenStream {
    panic!("{:?}", std::fs::read_to_string("/tmp/canary/secret"))
}

bomb!();

fn main() {}
