using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>What the program has to know of bodies and initialisers, which may stay unread.</summary>
internal sealed partial class UnitReader
{
    /// <summary>What the program has to know of bodies and initialisers.</summary>
    private void ReadNotes()
    {
        for (int count = _in.Count(); count > 0; count--)
        {
            Decl decl = _decls[_in.Count()];
            FunctionDecl[] uses = _in.Array(r => (FunctionDecl)_decls[r.Count()]);
            Decl[] locals = _in.Array(r => _decls[r.Count()]);
            if (decl is FunctionDecl function)
            {
                (function.AddressUses, function.Locals) = (uses, locals);
                for (int i = 0; i < locals.Length; i++)
                {
                    if (locals[i] is VarDecl local)
                    {
                        local.LocalNumber = i;
                    }
                }
            }
            else if (decl is VarDecl variable)
            {
                variable.AddressUses = uses;
            }
        }
    }

    private void ReadImage(VarDecl variable, MessageReader reader)
    {
        switch (reader.Byte())
        {
            case 1:
                variable.HasImage = true;
                variable.Image = IsOutline ? null : ReadImage(reader);
                break;
            case 2:
                _diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2090",
                        variable.Span.Location,
                        $"the initialiser of '{variable.Name}' is not a constant that can be laid out at link time"
                    )
                );
                break;
        }
    }

    private DataImage ReadImage(MessageReader reader)
    {
        byte[] bytes = new byte[reader.Count()];
        reader.Take(reader.Count()).CopyTo(bytes);
        DataRelocation[] relocations = reader.Array(ReadRelocation);
        DataScalar[] scalars = reader.Array(r => new DataScalar(r.Count(), r.Count(), r.String(), r.Boolean()));
        Array.Sort(relocations, (a, b) => a.Offset - b.Offset);
        return new DataImage(bytes, relocations) { Scalars = [.. scalars.OrderBy(s => s.Offset)] };
    }

    private DataRelocation ReadRelocation(MessageReader reader)
    {
        int offset = reader.Count();
        switch (reader.Byte())
        {
            case 1:
                return new DataRelocation(offset, _decls[reader.Count()], null, null, reader.Signed());
            case 2:
                return new DataRelocation(offset, null, ReadExpr(reader), null, reader.Signed());
            case 3:
                return new DataRelocation(offset, null, null, (LabelDecl)_decls[reader.Count()], reader.Signed());
            default:
                LabelDecl plus = (LabelDecl)_decls[reader.Count()];
                LabelDecl minus = (LabelDecl)_decls[reader.Count()];
                return new DataRelocation(offset, null, null, plus, reader.Signed()) { MinusLabel = minus };
        }
    }
}
