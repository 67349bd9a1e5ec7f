namespace System
{
    public abstract class Attribute;

    [Flags]
    public enum AttributeTargets
    {
        Assembly = 0x1,
        Module = 0x2,
        Class = 0x4,
        Struct = 0x8,
        Enum = 0x10,
        Constructor = 0x20,
        Method = 0x40,
        Property = 0x80,
        Field = 0x100,
        Event = 0x200,
        Interface = 0x400,
        Parameter = 0x800,
        Delegate = 0x1000,
        ReturnValue = 0x2000,
        GenericParameter = 0x4000,
        All = 0x7fff,
    }

    public sealed class AttributeUsageAttribute(AttributeTargets validOn) : Attribute
    {
        public AttributeTargets ValidOn => validOn;

        public bool AllowMultiple { get; set; }

        public bool Inherited { get; set; }
    }

    public sealed class FlagsAttribute : Attribute;

    public sealed class ParamArrayAttribute : Attribute;

    /// <summary>Each thread has a variable of its own.</summary>
    public sealed class ThreadStaticAttribute : Attribute;

    public sealed class ObsoleteAttribute(string message) : Attribute
    {
        public string Message => message;
    }
}

namespace System.Reflection
{
    public sealed class DefaultMemberAttribute(string memberName) : Attribute
    {
        public string MemberName => memberName;
    }
}

namespace System.Diagnostics
{
    public sealed class ConditionalAttribute(string conditionString) : Attribute
    {
        public string ConditionString => conditionString;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>The method never comes back; the compiler's flow analysis relies on it.</summary>
    public sealed class DoesNotReturnAttribute : Attribute;

    public sealed class UnscopedRefAttribute : Attribute;
}

namespace System.Runtime
{
    /// <summary>Other methods import this one under the name.</summary>
    public sealed class RuntimeExportAttribute(string entry) : Attribute
    {
        public string EntryPoint => entry;
    }

    /// <summary>The method is that which is exported under the name, one that the back end knows by it, or a C
    /// function.</summary>
    public sealed class RuntimeImportAttribute(string dllName, string entry) : Attribute
    {
        public string DllName => dllName;

        public string EntryPoint => entry;
    }
}
