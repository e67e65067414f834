require "socket"
require "timeout"

def attempt(name)
  Timeout.timeout(2) { yield }
  puts "#{name} done"
rescue SystemCallError, SocketError, Timeout::Error
  puts "#{name} refused"
end

attempt("tcp") { TCPSocket.new("127.0.0.1", 4000) }
attempt("metadata") { TCPSocket.new("169.254.169.254", 80) }
attempt("udp") { UDPSocket.new.send("x", 0, "1.1.1.1", 53) }
attempt("dns") { Addrinfo.getaddrinfo("example.org", 80) }
attempt("listen") { TCPServer.new(8000) }
attempt("abstract") { UNIXSocket.new("\0/tmp/canary/socket") }
attempt("docker") { UNIXSocket.new("/var/run/docker.sock") }
attempt("system bus") { UNIXSocket.new("/run/dbus/system_bus_socket") }
