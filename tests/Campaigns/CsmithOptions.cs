namespace Porting.Campaigns;

/// <summary>A way to call csmith.</summary>
/// <param name="Name">What the set is about.</param>
/// <param name="Options">csmith's words.</param>
/// <param name="Shows">Patterns that programs of the set have to show now and then; a set whose programs never do tests
/// something else than it says.</param>
public sealed record CsmithOptions(string Name, IReadOnlyList<string> Options, IReadOnlyList<string> Shows)
{
    private const string BitField = @"(?m)^ .* : \d+;";
    private const string Pack = "#pragma pack";
    private const string Union = @"(?m)^union U\d";
    private const string Struct = @"(?m)^struct S\d";
    private const string Volatile = @"\bvolatile\b";
    private const string Goto = @"\bgoto\b";
    private const string Compound = @" (\+|-|\||&|\^)= ";
    private const string PointerToPointer = @"\*\*";
    private const string ArrayOfStructs = @"(struct S|union U)\d+ [gl]_\d+\[";
    private const string LongLong = @"u?int64_t [gl]_";
    private const string Arguments = "argc";

    /// <summary>Half of csmith's own size: twice as many programs in the same time show more.</summary>
    private static readonly string[] Small =
    [
        "--max-funcs",
        "5",
        "--max-block-depth",
        "4",
        "--max-expr-complexity",
        "8",
    ];

    /// <summary>Taken in turn. What csmith has on by itself (bit-fields, packed structs, unions, volatiles, jumps, 64
    /// bits, argc) is named where a set turns something else off to have more of it.</summary>
    public static readonly IReadOnlyList<CsmithOptions> All =
    [
        new("as csmith has it", [], [Goto, Volatile, Compound, LongLong, PointerToPointer, Arguments, Struct]),
        new(
            "bit-fields and packed structs",
            [.. Small, "--bitfields", "--packed-struct", "--no-unions", "--max-struct-fields", "12", "--no-jumps"],
            [BitField, Pack, Struct]
        ),
        new(
            "unions",
            [.. Small, "--unions", "--max-union-fields", "8", "--no-packed-struct", "--take-union-field-addr"],
            [Union]
        ),
        new(
            "arrays of structs",
            [.. Small, "--arrays", "--max-array-dim", "4", "--max-array-len-per-dim", "6"],
            [ArrayOfStructs, Struct, @"\]\[\d+\]"]
        ),
        new(
            "volatiles",
            [.. Small, "--volatiles", "--volatile-pointers", "--const-pointers", "--vol-struct-union-fields"],
            [Volatile, @"volatile \*|\* ?volatile", @"\* ?const"]
        ),
        new(
            "jumps and nested blocks",
            [
                "--max-funcs",
                "4",
                "--jumps",
                "--max-block-depth",
                "6",
                "--max-block-size",
                "6",
                "--no-structs",
                "--no-unions",
            ],
            [Goto]
        ),
        new(
            "assignments inside expressions",
            [
                .. Small,
                "--embedded-assigns",
                "--comma-operators",
                "--compound-assignment",
                "--pre-incr-operator",
                "--post-decr-operator",
                "--max-expr-complexity",
                "12",
            ],
            [Compound, @"\(--|\(\+\+|\+\+\)|--\)", @"\(\([^=;]*[^=!<>]= "]
        ),
        new("64 bits", [.. Small, "--longlong", "--math64", "--no-int8", "--no-uint8"], [LongLong, "_int64_t_"]),
        new(
            "8 and 16 bits",
            [.. Small, "--int8", "--uint8", "--no-longlong", "--no-math64"],
            [@"\bu?int8_t [gl]_", @"\bu?int16_t [gl]_"]
        ),
        new("floats", [.. Small, "--float"], [@"\bfloat [gl]_"]),
        new(
            "pointers to pointers",
            [.. Small, "--pointers", "--max-pointer-depth", "5", "--addr-taken-of-locals"],
            [@"\*\*\*\*"]
        ),
        new(
            "inline functions",
            [.. Small, "--max-funcs", "12", "--inline-function", "--inline-function-prob", "80"],
            [@"\binline\b"]
        ),
        new("builtins", [.. Small, "--builtins", "--builtin-function-prob", "40"], ["__builtin_"]),
        new(
            "structs in and out",
            [.. Small, "--arg-structs", "--return-structs", "--arg-unions", "--return-unions", "--no-arrays"],
            [@"(?m)^static (struct S|union U)\d+ +func_", @"func_\d+\([^;]*(struct S|union U)\d+ +p_"]
        ),
        new(
            "without argc and globals",
            [.. Small, "--no-argc", "--no-global-variables"],
            [@"int main \(void\)", @" l_\d+"]
        ),
        new(
            "no volatiles, no pointers",
            [.. Small, "--no-volatiles", "--no-pointers", "--max-expr-complexity", "14"],
            [Compound]
        ),
    ];
}
