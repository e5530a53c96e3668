# A container that is a shell script: docs/process-plugins.md. POSIX sh and awk; no JSON library is needed to read.
#
# A first line %BARS, then lines of text; lines with bars (a|b|c) that follow each other are the rows of a table.
LC_ALL=C # ${#text} counts bytes
export LC_ALL

# answer HEADER [BYTES]: one line, and exactly the bytes it announces.
answer() {
  printf '{"id":%s,%s}\n%s' "$id" "$1" "$2"
}

refuse() {
  answer '"error":{"kind":"input","code":"'"$1"'","message":{"zh":"'"$2"'","en":"'"$3"'"}}'
}

# number_of KEY: a number in the header at hand. The quotation mark before the key keeps "bytes" from "text_bytes".
number_of() {
  printf '%s\n' "$request" | sed -n 's/.*"'"$1"'": *\([0-9][0-9]*\).*/\1/p'
}

# The Document as JSON; blank lines and control characters are left out.
document() {
  tr -d '\000-\010\013-\037\177' <"$file" | awk '
    function quoted(text) {
      gsub(/\\/, "&&", text)
      gsub(/"/, "\\\"", text)
      gsub(/\t/, " ", text)
      return "\"" text "\""
    }
    function end_table() {
      if (rows) {
        printf "%s{\"type\":\"table\",\"rows\":%d,\"columns\":%d,\"cells\":[", comma, rows, columns
        for (r = 1; r <= rows; r++) {
          for (c = 1; c <= columns; c++) {
            printf "%s{\"row\":%d,\"column\":%d,\"rowspan\":1,\"colspan\":1,\"text\":%s}", \
              (r + c > 2 ? "," : ""), r, c, quoted(cell[r, c])
          }
        }
        printf "]}"
        comma = ","
      }
      rows = columns = 0
      split("", cell)
    }
    BEGIN { printf "{\"schema\":\"nianbao-document/1\",\"input\":{},\"properties\":[],\"blocks\":[" }
    NR == 1 || /^ *$/ { next }
    /[|]/ {
      count = split($0, part, /[|]/)
      rows++
      for (c = 1; c <= count; c++) { cell[rows, c] = part[c] }
      if (count > columns) { columns = count }
      next
    }
    {
      end_table()
      printf "%s{\"type\":\"paragraph\",\"role\":\"body\",\"text\":%s}", comma, quoted($0)
      comma = ","
    }
    END {
      end_table()
      printf "]}"
    }'
}

# Where there is no iconv, nianbao says it of the answer.
is_utf8() {
  ! command -v iconv >/dev/null || iconv -f UTF-8 -t UTF-8 <"$file" >/dev/null 2>&1
}

read_file() {
  if [ "$1" -gt "$(number_of text_bytes)" ]; then
    refuse bar-list-too-long '文件过长。' 'The file is too long.'
  elif ! is_utf8; then
    refuse bar-list-not-utf-8 '文件不是UTF-8编码。' 'The file is not UTF-8.'
  else
    content=$(document)
    answer '"bytes":'"${#content}"',"encoding":"UTF-8"' "$content"
  fi
}

file=$(mktemp) || exit 1
trap 'rm -f "$file"' EXIT
while read -r request; do
  id=$(number_of id)
  case $request in
    *'"op":"hello"'* | *'"op": "hello"'*)
      answer '"protocol":"nianbao-process/1","plugin":"bar-list","version":"1.0.0"' ;;
    *)
      bytes=$(number_of bytes)
      head -c "$bytes" >"$file"
      read_file "$bytes" ;;
  esac
done
