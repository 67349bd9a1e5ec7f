namespace Porting.Build.Image;

/// <summary>A CD image that boots a multiboot kernel through GRUB, for machines and emulators that do not load kernels
/// by themselves: the same bytes whenever it is made. PORT6040 when grub-mkrescue fails.</summary>
public static class GrubIso
{
    public static void Write(string kernel, string title, string output, string commandLine = "")
    {
        string tree = output + ".tree";
        Directory.CreateDirectory(Path.Combine(tree, "boot", "grub"));
        File.Copy(kernel, Path.Combine(tree, "boot", "kernel.elf"), overwrite: true);
        File.WriteAllText(
            Path.Combine(tree, "boot", "grub", "grub.cfg"),
            $"set timeout=0\nserial --unit=0 --speed=115200\nterminal_output serial console\nmenuentry \"{title}\" {{\n  multiboot /boot/kernel.elf {commandLine}\n  boot\n}}\n"
        );
        try
        {
            ToolResult result = ToolRunner.Run(
                Tool.GrubMkrescue.Locate(),
                [
                    .. (string[])["-o", output, tree, "--", "-volid", "KERNEL"],
                    .. ((string[])["all_file_dates", "uuid", "c"]).SelectMany(d =>
                        (string[])["-volume_date", d, "2000010100000000"]
                    ),
                ]
            );
            if (result.ExitStatus != 0 || !File.Exists(output))
            {
                throw new PortException(
                    PortDiagnostic.Error(
                        "PORT6040",
                        SourceLocation.None,
                        $"grub-mkrescue failed: {result.FirstComplaint}"
                    )
                );
            }
        }
        finally
        {
            Directory.Delete(tree, recursive: true);
        }
    }
}
