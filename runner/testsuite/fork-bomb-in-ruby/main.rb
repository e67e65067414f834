loop do
  fork
rescue Errno::EAGAIN, NoMemoryError
  next
end
