/// <reference path="/etc/shadow" />
/// <reference path="/tmp/canary/secret" />
import taken = require("/tmp/canary/secret");

console.log(taken);
