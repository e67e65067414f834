<?php
function attempt($name, $done) {
    echo $name, " ", $done ? "done" : "refused", "\n";
}

error_reporting(0);
foreach (["/etc/shadow", "/etc/passwd", "/tmp/canary/secret", "/proc/1/root/etc/passwd", "/sys/class/net"] as $path) {
    attempt("read $path", file_get_contents($path) !== false);
    attempt("filter $path", file_get_contents("php://filter/convert.base64-encode/resource=$path") !== false);
    attempt("include $path", (include $path) !== false);
    attempt("list $path", (bool) glob(dirname($path) . "/*o*d*"));
}
attempt("write", file_put_contents("/tmp/canary/new", "x") !== false);
attempt("fetch", file_get_contents("http://169.254.169.254/latest/meta-data/") !== false);
attempt("load", function_exists("dl") && dl("/tmp/canary/secret"));
attempt("link", link("/usr/bin/php", "/box/php") || link("/usr/bin/php", "/tmp/php"));
