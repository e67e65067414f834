def deep(depth)
  deep(depth + 1) + 1
end

case gets.chomp
when 'right' then puts 42
when 'wrong' then puts 41
when 'slow' then loop {}
when 'hungry'
  held = []
  loop { held << 'x' * 1_000_000 }
when 'greedy' then puts ('x' * 1_000_000_000_000).size
when 'crashing' then raise 'as asked'
when 'deep' then puts deep(0)
when 'flood' then loop { puts 'water' * 100 }
when 'sum' then puts $stdin.each_line.sum(&:to_i)
when 'unicode' then puts "#{gets.chomp} → ¡sí! ✓"
end
