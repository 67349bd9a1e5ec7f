using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

internal sealed partial class UnitReader
{
    private enum DeclTag : byte
    {
        Unknown,
        Parameter,
        Function,
        Var,
        Field,
        Record,
        Enum,
        EnumConstant,
        Typedef,
        Label,
        FileAsm,
        StaticAssert,
    }

    /// <summary>Creates all declarations with what does not refer to others, and notes where the rest of each
    /// begins.</summary>
    private void ReadDeclTable()
    {
        _decls = new Decl[_in.Count()];
        _slices = new Slice[_decls.Length];
        _parents = new int[_decls.Length];
        for (int i = 0; i < _decls.Length; i++)
        {
            int size = _in.Count();
            int begin = _in.Position;
            if (size > 0)
            {
                _decls[i] = CreateDecl(i);
                _slices[i] = new Slice(begin, _in.Position, begin + size);
                _in.Position = begin + size;
            }
        }
    }

    private Decl CreateDecl(int id)
    {
        DeclTag tag = (DeclTag)_in.Byte();
        string name = _in.String();
        Span span = ReadSpan(_in);
        AttributeInfo[] attributes = _in.Array(r =>
        {
            (string name, string kind) = (r.String(), r.String());
            return new AttributeInfo(name, r.Array(a => a.String())) { Kind = kind };
        });
        _parents[id] = _in.Count();
        Decl decl = CreateDecl(tag, new DeclHead(id, name, span), _in);
        decl.Attributes = attributes;
        return decl;
    }

    /// <summary>Reads the rest of all declarations.</summary>
    private void FillDecls()
    {
        int behind = _in.Position;
        for (int i = 0; i < _decls.Length; i++)
        {
            if (_decls[i] is { } decl)
            {
                _in.Position = _slices[i].Position;
                FillDecl(decl, _in);
                _slices[i] = _slices[i] with { Position = _in.Position };
                decl.Parent = _parents[i] == 0 ? null : _decls[_parents[i] - 1] as FunctionDecl;
            }
        }

        _in.Position = behind;
    }

    private static Decl CreateDecl(DeclTag tag, DeclHead head, MessageReader reader)
    {
        switch (tag)
        {
            case DeclTag.Parameter:
                return new ParameterDecl(head) { IsKnrPromoted = reader.Boolean(), Type = null! };
            case DeclTag.Function:
                return CreateFunction(head, reader);
            case DeclTag.Var:
                return CreateVariable(head, reader);
            case DeclTag.Field:
                return new FieldDecl(head)
                {
                    Type = null!,
                    BitOffset = (long)reader.Unsigned(),
                    BitWidth = (int)reader.Signed(),
                    Index = reader.Count(),
                };
            case DeclTag.Record:
                return CreateRecord(head, reader);
            case DeclTag.Enum:
                return new EnumDecl(head)
                {
                    IntegerType = null!,
                    IsComplete = reader.Boolean(),
                    CanonicalId = reader.Count(),
                    TypedefName = NullIfEmpty(reader.String()),
                    Version = VersionIn(head.Span, reader),
                };
            case DeclTag.EnumConstant:
                return new EnumConstantDecl(head) { Type = null!, Value = reader.Signed() };
            case DeclTag.Typedef:
                return new TypedefDecl(head) { Underlying = null!, CanonicalId = reader.Count() };
            case DeclTag.Label:
                return new LabelDecl(head);
            case DeclTag.FileAsm:
                return new FileAsmDecl(head) { Text = reader.String() };
            case DeclTag.StaticAssert:
                return new StaticAssertDecl(head) { Message = reader.String() };
            default:
                return new UnknownDecl(head) { ClangKind = reader.String() };
        }
    }

    private static FunctionDecl CreateFunction(DeclHead head, MessageReader reader) =>
        new FunctionDecl(head)
        {
            Type = null!,
            Parameters = [],
            Storage = (StorageClass)reader.Byte(),
            Linkage = (Linkage)reader.Byte(),
            IsInline = reader.Boolean(),
            IsInlineDefinitionOnly = reader.Boolean(),
            IsKnr = reader.Boolean(),
            IsImplicit = reader.Boolean(),
            IsBuiltin = reader.Boolean(),
            HasBody = reader.Boolean(),
            CanonicalId = reader.Count(),
            AsmLabel = NullIfEmpty(reader.String()),
            Version = VersionIn(head.Span, reader),
        };

    private static VarDecl CreateVariable(DeclHead head, MessageReader reader) =>
        new VarDecl(head)
        {
            Type = null!,
            Storage = (StorageClass)reader.Byte(),
            Linkage = (Linkage)reader.Byte(),
            IsGlobal = reader.Boolean(),
            IsThreadLocal = reader.Boolean(),
            Definition = (VarDefinition)reader.Byte(),
            CanonicalId = reader.Count(),
            AsmLabel = NullIfEmpty(reader.String()),
            AlignedTo = reader.Count(),
            Version = VersionIn(head.Span, reader),
        };

    private static RecordDecl CreateRecord(DeclHead head, MessageReader reader) =>
        new RecordDecl(head)
        {
            IsUnion = reader.Boolean(),
            IsComplete = reader.Boolean(),
            IsPacked = reader.Boolean(),
            IsAnonymousMember = reader.Boolean(),
            CanonicalId = reader.Count(),
            Ordinal = reader.Count(),
            TypedefName = NullIfEmpty(reader.String()),
            Version = VersionIn(head.Span, reader),
        };

    /// <summary>What another unit includes is the unit's own all the same.</summary>
    private static ulong VersionIn(Span span, MessageReader reader)
    {
        ulong version = reader.Unsigned();
        return span.File.IsUnit ? 0 : version;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private void FillDecl(Decl decl, MessageReader reader)
    {
        switch (decl)
        {
            case ParameterDecl parameter:
                parameter.Type = Type(reader);
                parameter.WrittenType = Type(reader);
                break;
            case FunctionDecl function:
                function.Type = (FunctionType)Type(reader).Canonical;
                function.Parameters = reader.Array(r => (ParameterDecl)_decls[r.Count()]);
                if (!IsOutline)
                {
                    _sawMacros = false;
                    function.Body = (CompoundStmt?)OptionalStmt(reader);
                    function.UsesMacros = _sawMacros;
                }

                break;
            case VarDecl variable:
                variable.Type = Type(reader);
                if (!IsOutline || variable.IsGlobal)
                {
                    Expr? initializer = (Expr?)OptionalStmt(reader);
                    variable.Initializer = IsOutline ? null : initializer;
                    ReadImage(variable, reader);
                }

                break;
            case FieldDecl field:
                field.Owner = (RecordDecl)_decls[reader.Count()];
                field.Type = Type(reader);
                break;
            case RecordDecl record:
                record.Outer = (RecordDecl?)OptionalDecl(reader);
                record.Size = (long)reader.Unsigned();
                record.Align = reader.Count();
                record.Fields = reader.Array(r => (FieldDecl)_decls[r.Count()]);
                break;
            case EnumDecl enumeration:
                enumeration.IntegerType = Type(reader);
                enumeration.Constants = reader.Array(r => (EnumConstantDecl)_decls[r.Count()]);
                break;
            case EnumConstantDecl constant:
                constant.Type = Type(reader);
                constant.Enum = (EnumDecl?)OptionalDecl(reader);
                constant.ValueExpr = (Expr?)OptionalStmt(reader);
                break;
            case TypedefDecl named:
                named.Underlying = Type(reader);
                break;
        }
    }

    /// <summary>Headers may declare statics that the file behind them defines.</summary>
    private void FindDefinitions()
    {
        Dictionary<int, Decl> definitions = [];
        foreach (Decl decl in _decls)
        {
            if (decl is FunctionDecl { HasBody: true, Linkage: Linkage.Internal } function)
            {
                definitions[function.CanonicalId] = function;
            }
            else if (decl is VarDecl { Linkage: Linkage.Internal, Definition: VarDefinition.Definition } variable)
            {
                definitions[variable.CanonicalId] = variable;
            }
        }

        foreach (Decl decl in _decls)
        {
            int id = decl switch
            {
                FunctionDecl { HasBody: false, Linkage: Linkage.Internal } function => function.CanonicalId,
                VarDecl { Linkage: Linkage.Internal, Definition: not VarDefinition.Definition } variable =>
                    variable.CanonicalId,
                _ => -1,
            };
            if (id >= 0 && definitions.TryGetValue(id, out Decl? definition) && definition.File != decl.File)
            {
                decl.DefinedIn = definition.File;
            }
        }
    }
}
