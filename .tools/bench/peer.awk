# What a shell user would write: date headers of one shape, an object for each line below. It asks for lines in the order of time: | tac
BEGIN {
  n = split("January February March April May June July August September October November December", name, " ")
  for (i = 1; i <= n; i++) number[name[i]] = i
  date = "null"
}
/^[0-9][0-9]? [A-Z][a-z]+ [0-9][0-9][0-9][0-9]$/ && ($2 in number) { date = sprintf("\"%04d-%02d-%02d\"", $3, number[$2], $1); next }
/^$/ { next }
{ gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); print "{\"date\":" date ",\"text\":\"" $0 "\"}" }
