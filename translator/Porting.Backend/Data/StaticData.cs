using System.Reflection.Metadata;
using System.Text;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Lower;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>
/// The static fields of a module as linked data.
/// <para>Input: fields, and the static constructors in which C# initialises them. Output: one global a field, and one
/// for each object without a name that they lead to. Holds after: a C variable has C's symbol, whoever asks for it;
/// contents are those that the static constructor would leave; nothing is left to do when the program starts. Errors:
/// PORT5022 at the C# line of what has no value before that.</para>
/// </summary>
internal sealed class StaticData(ModuleLowering module)
{
    private readonly Dictionary<IlField, StaticObject> _objects = [];
    private readonly Dictionary<IlTypeDefinition, HashSet<IlField>> _arrays = [];
    private readonly HashSet<IlTypeDefinition> _evaluated = [];
    private readonly Queue<StaticObject> _work = [];
    private readonly HashSet<StaticObject> _written = [];
    private readonly Dictionary<DataMemory, StaticObject> _unnamed = [];
    private readonly HashSet<string> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StaticObject> _elsewhere = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public bool Defines(string symbol) => _defined.Contains(symbol);

    /// <summary>Variables that the module uses and does not define.</summary>
    public IEnumerable<StaticObject> Elsewhere => _elsewhere.Values;

    /// <summary>Symbols that stay whatever refers to them.</summary>
    public IEnumerable<string> Used =>
        _written.Where(o => o.Facts?.IsUsed == true).Select(o => o.Symbol).Order(StringComparer.Ordinal);

    /// <summary>The variables that other objects see, and those that nobody has to refer to.</summary>
    /// <param name="mentioned">Targets of aliases, and words of assembler, which may name a variable.</param>
    public void DefineAll(IEnumerable<IlTypeDefinition> types, HashSet<string> mentioned)
    {
        foreach (IlField field in types.SelectMany(t => t.Fields).Where(f => f.IsOfC))
        {
            if (field.IsGlobal || field.Variable is { IsUsed: true } || mentioned.Contains(field.Symbol))
            {
                Refer(Of(field));
            }
        }
    }

    /// <summary>A field's variable, which is written when it is asked for.</summary>
    public StaticObject Refer(IlField field)
    {
        StaticObject item = Of(field);
        Refer(item);
        return item;
    }

    private void Refer(StaticObject item)
    {
        if (_written.Add(item))
        {
            _work.Enqueue(item);
        }
    }

    /// <summary>Writes what was asked for, with all that it leads to.</summary>
    /// <returns>False when there was nothing.</returns>
    public bool WriteNext()
    {
        if (!_work.TryDequeue(out StaticObject? item))
        {
            return false;
        }

        if (item.IsExtern || (item.Field is { } asked && module.IsElsewhere(asked)))
        {
            _elsewhere.TryAdd(item.Symbol, item);
            return true;
        }

        if (item.Field is { } field)
        {
            Evaluate(field.Owner);
        }

        item.Memory ??= new DataMemory(0);
        if (item.Facts?.Size is 0)
        {
            item.Memory.Empty(); // C# gives it a byte while it is initialised
        }

        _defined.Add(item.Symbol);
        _text.Append(new DataText(module.Target, NameOf).Of(item, module.Debug?.Global(item) ?? ""));
        return true;
    }

    private string NameOf(object target)
    {
        switch (target)
        {
            case DataSymbol symbol:
                return symbol.Name;
            case DataTable table:
                return module.StaticField(table.Field);
        }

        StaticObject item = target as StaticObject ?? ObjectOf((DataMemory)target);
        Refer(item);
        return IrText.Global(item.Symbol);
    }

    /// <summary>The object that memory belongs to: a variable, or one without a name.</summary>
    private StaticObject ObjectOf(DataMemory memory)
    {
        if (memory.Object is { } known)
        {
            return known;
        }

        if (!_unnamed.TryGetValue(memory, out StaticObject? item))
        {
            _unnamed[memory] = item = new StaticObject
            {
                Symbol = Unique(".compoundliteral"), // clang's name
                Memory = memory,
                Align = memory.Element is { } element ? PreferredAlign(element) : 1,
            };
        }

        return item;
    }

    // ---- fields

    public StaticObject Of(IlField field)
    {
        if (_objects.TryGetValue(field, out StaticObject? known))
        {
            return known;
        }

        bool isArray = ArraysOf(field.Owner).Contains(field);
        Storage storage = module.Layouts.Of(field.Type);
        bool isOfC = field.IsOfC;
        string symbol = isOfC ? field.Symbol : $"{field.Owner.FullName}.{field.Name}";
        if (!field.IsGlobal && field.Variable?.IsExtern != true)
        {
            string local = field.Twin == 0 ? field.Symbol : $"{field.Symbol}.{field.Twin}";
            symbol = module.IsOneOfMany ? $"{field.Owner.FullName}.{local}" : Unique(symbol);
            if (module.IsOneOfMany && isOfC)
            {
                module.NameLocally(symbol, local, isOfC: true);
            }
        }

        StaticObject made = _objects[field] = new StaticObject
        {
            Symbol = symbol,
            Field = field,
            IsArray = isArray,
            IsGlobal = field.IsGlobal,
            Scalar = isArray || storage.IsStruct ? null : storage.Ir,
            Memory =
                isArray || field.Variable?.IsExtern == true
                    ? null
                    : new DataMemory(Math.Max(SizeOf(field, storage), storage.Size)),
        };
        made.Align =
            field.Variable?.Align is > 0 and var align ? align
            : isOfC ? PreferredAlign(storage)
            : Math.Max(storage.Align, 4);
        if (made.Memory != null)
        {
            made.Memory.Object = made;
        }

        return made;
    }

    /// <summary>Of a variable by itself: 64 bits are aligned to their size, though C does not promise it
    /// (clang's ASTContext::getPreferredTypeAlign).</summary>
    private static int PreferredAlign(Storage storage) => storage.IsStruct ? storage.Align : storage.Size;

    /// <summary>C has objects of no bytes, C# has not.</summary>
    private static int SizeOf(IlField field, Storage storage) =>
        field.Variable?.Size is >= 0 and var size ? size : storage.Size;

    private string Unique(string symbol)
    {
        string name = symbol;
        for (int i = 1; !_symbols.Add(name) || module.IsTaken(name); i++)
        {
            name = $"{symbol}.{i}";
        }

        return name;
    }

    /// <summary>Fields that stand for an array: <c>static readonly T* v = rt.array(...)</c>. Known without evaluating
    /// anything, since initialisers may refer to each other in any order.</summary>
    private HashSet<IlField> ArraysOf(IlTypeDefinition type)
    {
        if (_arrays.TryGetValue(type, out HashSet<IlField>? known))
        {
            return known;
        }

        HashSet<IlField> found = _arrays[type] = [];
        if (ConstructorOf(type) is { } constructor)
        {
            IReadOnlyList<Instruction> code = type.Home.Body(constructor).Code;
            for (int i = 1; i < code.Count; i++)
            {
                if (code[i].Op == ILOpCode.Stsfld && code[i - 1].Op == ILOpCode.Call && MakesArray(type, code[i - 1]))
                {
                    IlField field = type.Home.Field(code[i].Token, IlContext.None).Field;
                    if (field.IsInitOnly)
                    {
                        found.Add(field);
                    }
                }
            }
        }

        return found;
    }

    private static bool MakesArray(IlTypeDefinition type, Instruction call) =>
        ArrayIntrinsics.MakesArray(type.Home.Method(call.Token, IlContext.None).Method);

    private static IlMethod? ConstructorOf(IlTypeDefinition type) =>
        type.Methods.FirstOrDefault(m => m.Name == ".cctor");

    private void Evaluate(IlTypeDefinition type)
    {
        if (_evaluated.Add(type) && ConstructorOf(type) is { } constructor)
        {
            new Evaluator(module, this).Run(constructor);
        }
    }

    /// <summary>The contents of a field so far, for an initialiser that reads it.</summary>
    public DataMemory? ContentsOf(IlField field)
    {
        Evaluate(field.Owner);
        return Of(field).Memory;
    }

    /// <summary>What the static constructor assigns to an array field.</summary>
    public void Bind(IlField field, DataMemory memory)
    {
        StaticObject item = Of(field);
        if (item.IsExtern)
        {
            return;
        }

        memory.Object = item;
        item.Memory = memory;
        if (field.Variable?.Align is not > 0)
        {
            item.Align = memory.Element is { } element ? PreferredAlign(element) : 1;
        }
    }
}
