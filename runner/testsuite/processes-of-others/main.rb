mine = [1, Process.pid]
others = Dir.children("/proc").grep(/\A\d+\z/).map(&:to_i) - mine
puts "others #{others.empty? ? "nothing" : others.inspect}"
environment = File.read("/proc/1/environ").split("\0").map { |setting| setting[/[^=]+/] } - %w[PATH PWD]
puts "environment #{environment.empty? ? "nothing" : environment.inspect}"
%w[mem stack fd/4 root/etc/shadow cwd/etc/shadow].each do |name|
  found = begin
    File.read("/proc/1/#{name}", 10)
  rescue SystemCallError
    nil
  end
  puts "#{name} #{found ? "#{found.bytesize} bytes" : "nothing"}"
end
