namespace Mach;

/// <summary>The end of the machine: i386at/model_dep.c's halt_all_cpus.</summary>
internal static unsafe partial class model_dep_c
{
    /// <summary>
    /// Tell the emulator how it went; on a real machine, just stop. What the memory system had to say and nobody has
    /// printed yet is said before that: a panic is when one wants to know.
    /// </summary>
    [Replaces("i386/i386at/model_dep.c", "halt_all_cpus", "b532327c9ca1cb02")]
    internal static void halt_all_cpus(int status)
    {
        Interrupts.SaveAndDisable();
        BadUse.PrintLastRecords();
        Ports.Write(EXIT_PORT, (uint)status);
        Interrupts.Stop();
    }
}
