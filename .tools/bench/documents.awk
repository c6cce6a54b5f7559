# Documents as JSON lines, of a feed that feed.awk has made: six entries each, under their date header.
#   awk -v bytes=3200000 -v stamps=1 -f feed.awk | awk -v documents=1000 -f documents.awk
function quoted(s) { gsub(/"/, "\\\"", s); return s }
function give() {
  if (!entries || n == documents) return
  n++
  printf "{\"id\":\"document-%06d\",\"url\":\"https://example.org/%d\",\"text\":\"%s\"}\n", n, n % 1000, header "\\n" text
  text = ""; entries = 0
}
n == documents { next } # the feed is read to its end: what writes it must not find a closed pipe
/^[0-9]+ [A-Z][a-z]+ [0-9]+$/ { give(); header = $0; next }
/^[0-9][0-9]:[0-9][0-9] GMT$/ { if (entries == 6) give(); entries++ }
{ text = text quoted($0) "\\n" }
END { give() }
