HOST = ["/tmp/canary/secret", "/etc/passwd", "/etc/shadow", "/root/.ssh/authorized_keys"]
NAMES = %w[stdout stderr stdout.txt stderr.txt run compile result metadata.txt box program output input expected main.rb]

def attempt(name)
  yield
  puts "#{name} done"
rescue SystemCallError
  puts "#{name} refused"
end

Dir.chdir("/box")
NAMES.each_with_index do |name, index|
  File.delete(name) if File.exist?(name)
  File.symlink(HOST[index % HOST.size], name)
end
HOST.each_with_index do |path, index|
  link = "/tmp/out#{index}"
  File.symlink(path, link)
  attempt("read #{index}") { File.read(link) }
  attempt("write #{index}") { File.write(link, "not ours") }
  attempt("own #{index}") { File.chown(1000, 1000, link) }
  attempt("open up #{index}") { File.chmod(0o777, link) }
  attempt("follow in /proc #{index}") { File.read("/proc/1/root#{path}") }
end
