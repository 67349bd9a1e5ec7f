using System.Globalization;
using Porting.Tests;

namespace Bench;

/// <summary>Rows of figures for the list, the queues and the port, each with what is asked of the port.</summary>
internal sealed class Table
{
    private readonly List<(string Measure, double[] Values, string Bound)> _rows = [];

    /// <summary>Rows whose bound the port misses.</summary>
    public int Failures { get; private set; }

    public void Add(string measure, double[] values) => _rows.Add((measure, values, ""));

    /// <summary>A figure of the clock, whose bound is not judged where the clock measures an emulator.</summary>
    public void AddTime(string measure, double[] values, string relation, double bound)
    {
        if (!InstructionCounter.IsEmulated)
        {
            Add(measure, values, relation, bound);
            return;
        }

        _rows.Add((measure, values, $"{relation} {Text(bound)} not judged: emulated"));
    }

    public void Add(string measure, double[] values, string relation, double bound)
    {
        double ours = values[^1];
        bool holds = relation switch
        {
            "<=" => ours <= bound,
            ">=" => ours >= bound,
            ">" => ours > bound,
            _ => throw new ArgumentException(relation),
        };
        Failures += holds ? 0 : 1;
        _rows.Add((measure, values, $"{relation} {Text(bound)} {(holds ? "yes" : "NO")}"));
    }

    public void Print()
    {
        Console.WriteLine($"{"measure", -66} {"list", 12} {"two queues", 12} {"port", 12}  bound");
        foreach ((string measure, double[] values, string bound) in _rows)
        {
            Console.WriteLine($"{measure, -66} {string.Join(' ', values.Select(v => $"{Text(v), 12}"))}  {bound}");
        }
    }

    private static string Text(double value) =>
        double.IsNaN(value)
            ? "-"
            : value.ToString(Math.Abs(value) >= 1000 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
