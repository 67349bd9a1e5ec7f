using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Output;

namespace Porting.Translator.Macros;

/// <summary>Return type and parameters of a method, in types of the unit that asked for it, and which methods it
/// calls.</summary>
internal sealed record MacroSignature(
    string Return,
    IReadOnlyList<(string Name, string Type)> Parameters,
    int Offset,
    int Line,
    IReadOnlyList<string> Calls
);

/// <summary>A request, and the name that it was answered with: "" when there is no method.</summary>
/// <param name="Signature">What the method is, should this request be the first; null behind another request for the
/// same in the unit.</param>
internal sealed record MacroAnswer(MacroRequest Request, string Name, MacroSignature? Signature);

/// <summary>
/// What the macros of a unit come to: its requests in order, and the methods that its functions call. As long as the
/// requests are answered the same, rewriting the unit gives the same; nothing but this is kept of it.
/// </summary>
/// <param name="Answers">The requests in the order in which rewriting makes them.</param>
/// <param name="Calls">Places of methods by the number of the function that calls them.</param>
internal sealed record UnitMacros(
    IReadOnlyList<MacroAnswer> Answers,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Calls
)
{
    public static readonly UnitMacros None = new([], new Dictionary<int, IReadOnlyList<string>>());

    /// <summary>Tells answers that matter to what is made of the unit from any others.</summary>
    public string Hash { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', Answers.Select(a => $"{a.Request.File} {a.Request.Key} {a.Name}"))
                )
            )
        );

    public byte[] Write() =>
        BinaryLists.Written(writer =>
        {
            writer.Many(Answers, a => WriteAnswer(writer, a));
            writer.Many(
                [.. Calls],
                c =>
                {
                    writer.Write(c.Key);
                    writer.Many(c.Value);
                }
            );
        });

    public static UnitMacros Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        MacroAnswer[] answers = reader.Many(ReadAnswer);
        Dictionary<int, IReadOnlyList<string>> calls = [];
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            calls.Add(reader.ReadInt32(), reader.Strings());
        }

        return new UnitMacros(answers, calls);
    }

    private static void WriteAnswer(BinaryWriter writer, MacroAnswer answer)
    {
        writer.Many(answer.Request.Names);
        writer.Write(answer.Request.File);
        writer.Write(answer.Request.IsShared);
        writer.Write(answer.Request.Key);
        writer.Write(answer.Name);
        writer.Write(answer.Signature != null);
        if (answer.Signature is { } signature)
        {
            writer.Write(signature.Return);
            writer.Many(
                signature.Parameters,
                p =>
                {
                    writer.Write(p.Name);
                    writer.Write(p.Type);
                }
            );
            writer.Write(signature.Offset);
            writer.Write(signature.Line);
            writer.Many(signature.Calls);
        }
    }

    private static MacroAnswer ReadAnswer(BinaryReader reader)
    {
        MacroRequest request = new(reader.Strings(), reader.ReadString(), reader.ReadBoolean(), reader.ReadString());
        string name = reader.ReadString();
        MacroSignature? signature = !reader.ReadBoolean()
            ? null
            : new MacroSignature(
                reader.ReadString(),
                reader.Many(r => (r.ReadString(), r.ReadString())),
                reader.ReadInt32(),
                reader.ReadInt32(),
                reader.Strings()
            );
        return new MacroAnswer(request, name, signature);
    }
}
