using System.Text;

namespace Porting.Campaigns;

/// <summary>
/// Random numbers and text for one construct. A construct writes one function <c>static u NAME(u x, u y)</c>, with what
/// it needs in front; every other name begins with the function's, so that a program may have a construct twice. All of
/// it is defined behaviour under -fwrapv: shift counts and indices are masked, divisors are odd, loops are bounded.
/// </summary>
public sealed class ConstructText(Random random, string name)
{
    public StringBuilder Text { get; } = new();
    public string Name { get; } = name;

    public int Pick(int from, int to) => random.Next(from, to + 1);

    public bool Chance(int percent) => random.Next(100) < percent;

    public string One(params string[] choices) => choices[random.Next(choices.Length)];

    public void Line(string line) => Text.Append(line).Append('\n');

    /// <summary>An expression of type u over x, y, h and constants.</summary>
    public string Value(int depth = 2)
    {
        if (depth == 0)
        {
            return One("x", "y", "h", Pick(0, 5000) + "u", "0x" + Pick(1, int.MaxValue - 1).ToString("x") + "u");
        }

        string a = Value(depth - 1);
        string b = Value(depth - 1);
        return Pick(0, 9) switch
        {
            0 => $"({a} + {b})",
            1 => $"({a} - {b})",
            2 => $"({a} * {b})",
            3 => $"({a} ^ {b})",
            4 => $"({a} / ({b} | 1))",
            5 => $"({a} % ({b} | 1))",
            6 => $"({a} << ({b} & 31))",
            7 => $"({a} >> ({b} & 31))",
            8 => $"({a} < {b} ? {a} : {b})",
            _ => $"(~{a} | {b})",
        };
    }
}

/// <summary>One construct of C that csmith never makes.</summary>
public interface IConstruct
{
    void Write(ConstructText c);
}
