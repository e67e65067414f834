def half(number)
  number / 2
end

puts half(4))
