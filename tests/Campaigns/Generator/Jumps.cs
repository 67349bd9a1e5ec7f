namespace Porting.Campaigns;

/// <summary>Jumps into loops and blocks, a switch with ranges whose cases stand in a loop (Duff's device), ways out of
/// nested loops.</summary>
internal sealed class Jumps : IConstruct
{
    public void Write(ConstructText c)
    {
        c.Line($"static u {c.Name}(u x, u y)\n{{\n\tu h = {c.Pick(1, 99)}, n = (x & 15) + 1, fuel = 60;");
        int duff = c.Pick(2, 5);
        c.Line($"\tswitch (n % {duff}) {{\n\tcase 0: do {{ h = h * 3 + {c.Value(1)};");
        for (int i = duff - 1; i > 0; i--)
        {
            c.Line(
                $"\tcase {i}: {c.One($"h ^= n << {i};", $"h += {c.Value(1)};", $"if (h & {i}) h--;", "{ u t = h; h = t * 5 + y; }")}"
            );
        }

        c.Line($"\t}} while (n-- > {duff});\n\t}}");
        c.Line(
            $"\tu i = 0;\n\tif (y & {c.Pick(1, 7)}) goto inside;\n\tfor (; i < (x & 3); i++) {{\n\t\th += i * {c.Pick(2, 9)};\n\t\tif (h & 1) {{\ninside:\t\t\th ^= {c.Value(1)};\n\t\t\tif (fuel-- < 50) goto out;\n\t\t}} else {{ {c.One("continue;", "h++;", "break;")} }}\n\t}}"
        );
        c.Line(
            $"\tswitch ({c.One("x", "x ^ y", "(signed char)y", "(long long)x << 8")}) {{\n\tcase {c.Pick(-9, 0)} ... {c.Pick(1, 40)}: h += 7; {c.One("break;", "")}\n\tcase {c.Pick(41, 60)}: {{ u k = h & 3; while (k--) {{ h += k; if (h & 4) goto again; }} }} {c.One("break;", "goto out;", "")}"
        );
        c.Line($"\tdefault: h ^= {c.Value(1)};\n\tcase {c.Pick(61, 99)} ... {c.Pick(100, 400)}: h *= 3;\n\t}}");
        c.Line(
            $"again:\n\tif (fuel-- > 0 && h & {c.Pick(1, 6)}) {{ h = h * 9 + 1; if (h & 16) goto inside2; h ^= y; {{ int k = 3; inside2: k = 2; h += (u)k; }} goto again; }}"
        );
        c.Line(
            $"\tfor (u i = 0; i < 6; i++) for (u j = 0; j < i; j++) {{ if (i * j > (h & 15)) goto out; switch (j) {{ case 1: continue; case 2: h++; break; default: if (i == 5) goto again2; }} h = h * 3 + i; }}"
        );
        c.Line($"again2:\n\th += 5;\nout:\n\treturn h + {c.Value(1)};\n}}");
    }
}
