namespace Porting.Campaigns;

/// <summary>Memory of the stack and ways through it: variable-length arrays of several dimensions, alloca, recursion,
/// setjmp and longjmp over frames, statement expressions.</summary>
internal sealed class Stack : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"static jmp_buf {n}_jump;\nstatic u {n}_deep(u x, u y, u depth)\n{{\n\tu here[{c.Pick(1, 40)}]; here[0] = x;\n\tif (depth == 0) {{ if (y & {c.Pick(1, 3)}) longjmp({n}_jump, (int)(x & 7) + 1); return y; }}\n\tu r = {n}_deep(x * 3 + 1, y, depth - 1);\n\treturn r + here[0];\n}}"
        );
        c.Line(
            $"static u {n}_sum(u rows, u columns, u a[rows][columns]) {{ u h = sizeof a[0]; for (u i = 0; i < rows; i++) for (u j = 0; j < columns; j++) h = h * 3 + a[i][j]; return h; }}"
        );
        c.Line(
            $"static u {n}_fib(u k) {{ return k < 2 ? k : {n}_fib(k - 1) + {n}_fib(k - 2); }}\nstatic u {n}_odd(u k);\nstatic u {n}_even(u k) {{ return k == 0 ? 1 : {n}_odd(k - 1); }}\nstatic u {n}_odd(u k) {{ return k == 0 ? 0 : {n}_even(k - 1); }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tvolatile u kept = y;\n\tu h = 2, rows = (x & 3) + 1, columns = (y % 5) + 1;\n\tu grid[rows][columns], *row = grid[rows - 1];\n\tfor (u i = 0; i < rows * columns; i++) (&grid[0][0])[i] = i * {c.Pick(2, 9)} + x;\n\th += {n}_sum(rows, columns, grid) + sizeof grid + row[columns - 1];"
        );
        c.Line(
            $"\tfor (u i = 1; i < 5; i++) {{ {c.One("unsigned char", "short", "long long")} line[i * {c.Pick(1, 4)}]; line[i - 1] = x + i; h = h * 3 + (u)line[i - 1] + sizeof line; }}"
        );
        c.Line(
            $"\tu *room = alloca(sizeof(u) * ((y & 15) + 1)); for (u i = 0; i <= (y & 15); i++) room[i] = i ^ x; h += room[y & 15];"
        );
        c.Line(
            $"\tint came = setjmp({n}_jump);\n\tif (came == 0) {{ kept += 5; h += {n}_deep(x, y, {c.Pick(0, 6)}); }} else h = kept * 3 + (u)came;"
        );
        c.Line(
            $"\th += ({{ u t = {c.Value(1)}; for (u i = 0; i < (t & 3); i++) {{ t += i; if (t & 64) break; }} t; }}) + {n}_fib(x % 12) + {n}_even(y & 31);\n\treturn h;\n}}"
        );
    }
}
