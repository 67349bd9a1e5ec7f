-- Tables, closures, strings, coroutines, errors, garbage: what a Lua does all day; prints what it computes.
local function sieve(n)
  local composite, primes = {}, {}
  for i = 2, n do
    if not composite[i] then
      primes[#primes + 1] = i
      for k = i * i, n, i do composite[k] = true end
    end
  end
  return primes
end
local primes = sieve(20000)
print(#primes, primes[#primes])
local words = {}
for w in ("the quick brown fox jumps over the lazy dog and the dog sleeps"):gmatch("%a+") do words[#words + 1] = w end
table.sort(words, function(a, b) return a:reverse() < b:reverse() end)
print(table.concat(words, " "))
local count = setmetatable({}, { __index = function() return 0 end })
for _, w in ipairs(words) do count[w] = count[w] + 1 end
print(count.the, count.dog, count.cat)
local function generate(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i, i * i) end end) end
local sum = 0
for i, square in generate(1000) do sum = sum + square % (i + 1) end
print(sum)
print(select(2, pcall(function() local x = nil; return x.field end)))
print(string.format("%5.2f|%-8s|%08x|%q|%g", math.pi, "left", 255, "a\nb", 1e100))
print(("hello world"):gsub("o", { o = "0" }), ("x=1, y=2"):match("(%w+)=(%w+), (%w+)=(%w+)"))
local Point = {}
Point.__index = Point
Point.__add = function(a, b) return setmetatable({ x = a.x + b.x, y = a.y + b.y }, Point) end
Point.__eq = function(a, b) return a.x == b.x and a.y == b.y end
local p = setmetatable({ x = 0, y = 0 }, Point)
for i = 1, 20000 do p = p + setmetatable({ x = i, y = -i }, Point) end
print(p.x, p.y, p == setmetatable({ x = p.x, y = p.y }, Point))
local parts = {}
for i = 1, 5000 do parts[#parts + 1] = string.char(97 + i % 26) .. i end
local text = table.concat(parts)
local _, vowels = text:gsub("[aeiou]", "")
print(#text, vowels, text:sub(-12))
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(22), bit32.band(0xff00ff, 0x0ff0), bit32.lrotate(1, 31))
print(load("return ... * 2")(21), #string.dump(fib) > 50, load(string.dump(function(a) return a + 1 end))(41))
collectgarbage()
print(collectgarbage("count") < 20000, type(os.time()), next({}) == nil)
local ok, message = pcall(string.rep)
print(ok, message)
goto done
print("never")
::done::
print(tostring(nil), tonumber("0x1p4"), tonumber("z", 36), math.floor(-2.5), math.fmod(-7, 3), 7 % -3)
