using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Names;

namespace Porting.Translator.Emit;

/// <summary>
/// Arrays that are members of structs: C# assigns none in an object initialiser, so the class that wants to gets
/// <c>extension(ref S it) { T* member_ { set ... } }</c>.
/// </summary>
internal sealed class ArrayMembers(LoweringContext context, string inClass)
{
    /// <summary>The name by which an initialiser assigns the member.</summary>
    public string SetterOf(RecordDecl record, FieldDecl field)
    {
        RecordDecl owner = record;
        while (owner is { IsAnonymousMember: true, Outer: { } outer })
        {
            owner = outer;
        }

        string plain = context.Names.Field(field);
        HashSet<string> taken = [.. owner.Fields.Select(context.Names.Field)];
        string name = plain.TrimStart('@') + "_";
        while (taken.Contains(name))
        {
            name += "_";
        }

        ArrayType array = (ArrayType)field.Type.Canonical;
        string pointer = ArrayText.Of(context.Names, array).Pointer;
        long size = Math.Max(0, array.Size);
        string set =
            context.Names.Shape(field) == FieldShape.FixedBuffer
                ? $"{{ set {{ fixed ({pointer} to = it.{plain}) {{ rt.set(to, value, {size}); }} }} }}"
                : $"{{ set => rt.set(it.{plain}, value, {size}); }}";
        context
            .MembersOf(inClass)
            .Setters.Add($"extension(ref {context.Names.Record(owner)} it) {{ private {pointer} {name} {set} }}");
        return name;
    }
}
