using Porting.Build;
using Porting.Build.Boot;
using Porting.Build.Image;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>What the kernels say of options that are wrong, of processors that cannot run them, and of memory that they
/// do not use.</summary>
public sealed class BootOptionTests
{
    // As halt_all_cpus tells it, through the emulator's exit device.
    private const int ExitPanic = 37;

    private static QemuResult Boot(string kernel, QemuOptions options) =>
        QemuRunner.Run(Repository.At($"artifacts/kernel/{kernel}.elf"), options);

    [Theory]
    [InlineData("port", "memmap=0-A0000,100000-fffffffz", "a comma and another range is wanted, or the end", "z")]
    [InlineData("port", "memmap=0-10000000000000000", "the number is too large", "10000000000000000")]
    [InlineData("port", "memmap=100000-2000000,5-5", "the range is empty", "5-5")]
    [InlineData("port", "memmap=2000000-100000", "the range ends before it starts", "2000000-100000")]
    [InlineData("port", "memmap=0-a0000", "there is no memory left where the kernel itself is", "0-a0000")]
    [InlineData("port", "failpage=ten", "a decimal number is wanted", "ten")]
    [InlineData("port", "seed=4294967296", "the number is too large", "4294967296")]
    [InlineData("port", "suite=", "it needs a value", "")]
    [InlineData("reference", "suite=", "it needs a value", "")]
    [InlineData("reference", "seed=4294967296", "the number is too large", "4294967296")]
    [InlineData("reference", "seed=12a", "a decimal number is wanted", "a")]
    [InlineData("reference", "demo=1", "it takes no value", "1")]
    public void A_wrong_option_is_quoted(string kernel, string option, string fault, string place)
    {
        QemuResult result = Boot(kernel, new QemuOptions(64, CommandLine: "notest " + option));
        string at = place.Length == 0 ? "at its end" : "at";
        Assert.Contains($"panic: boot option \"{option}\": {fault}, {at} \"{place}\"", result.Serial);
        Assert.Equal(ExitPanic, result.ExitStatus);
    }

    [Theory]
    [InlineData(
        "suite=linux_pci seed=1 failpage=1000000 failmore=0 badsector=9999 operations=1 cross64 zones memdebug"
            + " memmap=0-a0000,100000-4000000"
    )]
    [InlineData("demo suite=linux_pci")]
    public void Every_option_is_known(string options)
    {
        QemuResult result = Boot("port", new QemuOptions(64, CommandLine: options));
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
        Assert.DoesNotContain(result.Serial, l => l.Contains("is not known", StringComparison.Ordinal));
    }

    /// <summary>4 KiB, the image's name included, arrive whole: the last word counts.</summary>
    [Theory]
    [InlineData("port", false)]
    [InlineData("port", true)]
    [InlineData("reference", false)]
    public void A_long_command_line_is_read_to_its_end(string kernel, bool isCdrom)
    {
        string filler = new('x', 3900);
        QemuResult result = LongCommandLine(kernel, $"first {filler} suite=linux_pci", isCdrom);
        Assert.Contains($"boot option \"{filler}\" is not known, and has no effect", result.Serial);
        Assert.Equal(Ktap.ExitPassed, result.ExitStatus);
        Assert.All(result.Ktap.Results, r => Assert.StartsWith("linux_pci.", r.Name));
    }

    [Theory]
    [InlineData("port")]
    [InlineData("reference")]
    public void A_longer_one_is_refused(string kernel)
    {
        QemuResult result = LongCommandLine(kernel, new string('x', 4097) + " suite=linux_pci", isCdrom: false);
        Assert.Contains("panic: the command line has more than 4096 characters", result.Serial);
        Assert.Equal(ExitPanic, result.ExitStatus);
    }

    private static QemuResult LongCommandLine(string kernel, string commandLine, bool isCdrom)
    {
        if (!isCdrom)
            return Boot(kernel, new QemuOptions(64, CommandLine: commandLine));
        using ScratchFolder scratch = new();
        string image = scratch.At("long.iso");
        GrubIso.Write(Repository.At($"artifacts/kernel/{kernel}.elf"), kernel, image, commandLine);
        return QemuRunner.Run(image, new QemuOptions(64) { IsCdrom = true });
    }

    [Theory]
    [InlineData("port", "486", null)]
    [InlineData("port", "pentium", null)]
    [InlineData("port", null, "isapc")]
    [InlineData("reference", "486", null)]
    [InlineData("reference", "pentium", null)]
    [InlineData("reference", null, "isapc")]
    public void A_processor_that_lacks_something_is_told_so(string kernel, string? processor, string? machine)
    {
        QemuResult result = Boot(kernel, new QemuOptions(16) { Processor = processor, MachineType = machine });
        Assert.Contains("Mach: this processor cannot run the kernel, it lacks CMOV", string.Join('\n', result.Serial));
        Assert.Equal(ExitPanic, result.ExitStatus);
    }

    /// <summary>The image has no instruction that the processor check does not ask for: those of the 80386, INVLPG and BSWAP,
    /// which came before CPUID, and what came with CMOV.</summary>
    [Theory]
    [InlineData("port")]
    [InlineData("reference")]
    public void The_image_uses_what_the_processor_is_asked_for(string kernel)
    {
        const string I386 =
            "adc adcl add addb addl addw addr16 and andb andl andw bound bsf bsr bt btc btcl btl btr btrl bts btsl call cld cli "
            + "cltd cltq cmc cmp cmpb cmpl cmpsb cmpsl cmpw cs cwtl data16 dec decb decl decw div divb divl divw ds enter es "
            + "fs gs hlt idiv idivb idivl imul imull in inc incb incl incw insb insl insw int int3 iret ja jae jb jbe je "
            + "jecxz jg jge jl jle jmp jne jno jnp jns jo jp js lcall lea leave lgdtl lidtl ljmp lldt lods lock loop lret ltr "
            + "mov movb movl movs movsbl movsbw movsl movswl movw movzbl movzbw movzwl mul mulb mull neg negb negl nop not "
            + "notb notl or orb orl orw out outsl outsw pop popa popf push pusha pushf pushl rcl rcr rep repnz repz ret rol "
            + "roll ror rorl sahf sar sarb sarl sarw sbb sbbl scas seta setae setb setbe sete setg setge setl setle setne "
            + "setno setns seto sets sgdtl shl shlb shld shll shlw shr shrb shrd shrl shrw sidtl ss std sti stos sub subb "
            + "subl subw test testb testl testw xchg xor xorb xorl xorw";
        HashSet<string> known =
        [
            .. I386.Split(' '),
            .. "cpuid invlpg bswap ud2 nopl nopw".Split(' '),
            // A bsf behind a rep, of an operand that is not 0: processors without BMI leave the rep out.
            "tzcnt",
            .. "a ae b be e g ge l le ne no np ns o p s".Split(' ').Select(condition => "cmov" + condition),
        ];
        string[] arguments =
        [
            "-D",
            "-j",
            ".text",
            "--no-show-raw-insn",
            Repository.At($"artifacts/kernel/{kernel}.elf"),
        ];
        string[] used =
        [
            .. ToolRunner
                .Run("/usr/bin/objdump", arguments)
                .Output.Split('\n')
                .Select(line => line.Split('\t'))
                .Where(parts => parts.Length > 1)
                .Select(parts => parts[1].Split(' ')[0].Trim())
                .Distinct(),
        ];
        Assert.InRange(used.Length, 70, 200);
        Assert.Empty(used.Except(known));
    }

    [Theory]
    [InlineData("port")]
    [InlineData("reference")]
    public void A_machine_without_PCI_passes(string kernel) =>
        Passes(Boot(kernel, new QemuOptions(16) { Processor = "pentium2", MachineType = "isapc" }));

    /// <summary>224 pages beyond the direct map, which boot itself uses up.</summary>
    [Fact]
    public void A_machine_of_801_MiB_passes() => Passes(Boot("port", new QemuOptions(801)));

    private static void Passes(QemuResult result)
    {
        Assert.Empty(result.Ktap.Disagreements(result.ExitStatus, result.HasTimedOut));
        Assert.Empty(result.Ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name));
    }

    [Fact]
    public void Memory_that_is_not_used_is_named_with_the_reason() =>
        Assert.Contains(
            "memory from 4096 MiB to 5120 MiB is not used: the kernel reaches 3584 MiB, behind which are devices and "
                + "what needs PAE",
            Boot("port", new QemuOptions(4096, CommandLine: "suite=linux_pci")).Serial
        );
}
