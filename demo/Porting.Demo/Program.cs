using Porting;
using Porting.Demo;
using Porting.Tests;

// Both kernels on three machines with a floppy disk, a sound card and a network card; then the port in a second
// emulator. Everything is compared on the host and written to artifacts/demo/index.html; the exit status is 1 when a
// statement does not hold.
const int DiskBytes = 1440 * 1024;
int[] memorySizes = [64, 512, 3072];

string folder = Repository.At("artifacts/demo");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
byte[] disk = new byte[DiskBytes];
new Random(20061).NextBytes(disk);

try
{
    List<Check> checks = [.. DriverOrigin.Checks(Repository.At("kernel-generated/coverage.md"))];
    List<Evidence> boots = [];
    foreach (int memory in memorySizes)
    {
        Console.WriteLine($"both kernels with {memory} MiB");
        Evidence[] pair = await Task.WhenAll(
            new[] { "reference", "port" }.Select(kernel =>
                Task.Run(() => DemoBoot.Run(new DemoMachine(kernel, memory), disk, folder))
            )
        );
        boots.AddRange(pair);
        checks.AddRange(pair.SelectMany(boot => new BootChecks(boot, disk).Run()));
        checks.AddRange(KernelComparison.Checks(pair[0], pair[1]));
    }

    Console.WriteLine("the port in Bochs");
    checks.AddRange(BochsOracle.Checks(Repository.At("artifacts/kernel/port.elf"), disk, folder));

    File.WriteAllText(Path.Combine(folder, "index.html"), Page.Write(checks, boots, disk));
    foreach (Check check in checks)
    {
        Console.WriteLine($"{(check.Holds ? "yes" : "NO ")} {check.Subject}: {check.Statement}: {check.Figures}");
    }

    int wrong = checks.Count(c => !c.Holds);
    Console.WriteLine($"{checks.Count - wrong} of {checks.Count} statements hold; artifacts/demo/index.html");
    return wrong == 0 ? 0 : 1;
}
catch (Exception exception) when (exception is PortException or IOException or InvalidDataException)
{
    Console.Error.WriteLine($"demo: {exception.Message}");
    return 3;
}
