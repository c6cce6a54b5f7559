# A live feed of about so many bytes, newest first: awk -v bytes=100000000 -v stamps=1 -f feed.awk. With stamps=0 there are date headers alone.
function pick(list, n) { return list[1 + int(rand() * n)] }
function sentence() {
  return pick(who, w) " " pick(what, v) " " int(rand() * 900 + 10) " " pick(rest, r) "."
}
BEGIN {
  srand(1)
  w = split("The harbour master|Mayor Anna Berg|The ferry company|A spokesman for the port|Residents of the old town|The coast guard|Engineers|He also", who, "|")
  v = split("has counted|said there were|has sent home|expects|have asked for|reported|has found|promised to repair", what, "|")
  r = split("ships at the pier behind the market|crossings of the strait before the evening|sandbags, “as many as it takes”|lamps on the bridge – all of them dark|houses in the streets by the river|passengers, most of whom had waited since the morning", rest, "|")
  split("January February March April May June July August September October November December", month, " ")
  split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
  y = 2025; m = 12; d = 31
  while (n < bytes) {
    out = d " " month[m] " " y "\n"
    if (--d == 0) { if (--m == 0) { m = 12; y-- }; d = days[m] }
    for (minute = 1439; minute >= 0; minute -= 5 + int(rand() * 20)) {
      if (stamps) out = out sprintf("%02d:%02d GMT\n", minute / 60, minute % 60)
      for (p = int(rand() * 3); p >= 0; p--) out = out sentence() " " sentence() " " sentence() "\n"
    }
    printf "%s", out
    n += length(out)
  }
}
