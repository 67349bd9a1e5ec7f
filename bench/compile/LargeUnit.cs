using System.Globalization;
using System.Text;

namespace CompileBench;

/// <summary>A unit of so many lines: structs, tables, loops, switches, calls, as libraries in one file have them.</summary>
internal static class LargeUnit
{
    private const string Family = """
        struct item_# { int kind, count; unsigned char name[16]; struct item_# *next; };
        static const short weights_#[8] = { 3, 1, 4, 1, 5, 9, 2, # };

        /* The weight of a list of kind #. */
        static int weigh_#(const struct item_# *item, int limit)
        {
          int sum = 0;
          for (; item != NULL && limit > 0; item = item->next, limit--) {
            switch (item->kind & 3) {
            case 0: sum += weights_#[item->count & 7]; break;
            case 1: sum -= item->count >> 1; break;
            case 2: sum ^= item->name[item->count & 15] << 4; /* fall through */
            default: sum++;
            }
          }
          return sum;
        }

        int parse_#(const char *text, struct item_# *into)
        {
          size_t length = strlen(text);
          if (length >= sizeof into->name) goto too_long;
          memcpy(into->name, text, length + 1);
          while (*text != 0) into->count = into->count * 31 + (unsigned char)*text++;
          into->kind = weigh_#(into, into->count % 7);
          return 0;
        too_long:
          fprintf(stderr, "%s: longer than %u in #\n", text, (unsigned)sizeof into->name);
          return -1;
        }

        """;

    public static string Text(int lines)
    {
        StringBuilder text = new("#include <stdio.h>\n#include <string.h>\n");
        int families = lines / Family.Count(c => c == '\n');
        for (int i = 0; i < families; i++)
        {
            text.Append(Family.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
