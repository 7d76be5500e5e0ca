using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit;

namespace NtmServerless.Infra.Tests;

/// <summary>Runs the Bicep compiler that came as a package. It is a Linux x64 program; elsewhere the test is skipped.</summary>
internal static class BicepCompiler
{
    /// <summary>Stands in for the secret parameter, and is searched for where it must not turn up.</summary>
    public const string SampleKey = "sample-key-that-must-not-appear-anywhere";

    private const UnixFileMode UserExecute = UnixFileMode.UserExecute;

    /// <summary>The folder <c>infra</c> of this repository.</summary>
    public static string InfraFolder { get; } = Path.GetFullPath(Metadata("InfraFolder"));

    private static string Program => Metadata("BicepCompiler");

    /// <summary>Runs the compiler to its end. Skips the calling test where the compiler cannot run.</summary>
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "The packaged Bicep compiler runs on Linux x64 only.");
        Assert.SkipUnless(File.Exists(Program), "The Bicep compiler's package is not restored.");
        using Process process = Start(arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, output, await errors);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string secret in (string[])["NTM_FIRST_ADMINISTRATOR_KEY", "NTM_FIRST_ADMINISTRATOR_CODE", "NTM_KEY_PROTECTION_SECRET"])
            start.Environment[secret] = SampleKey;
        // A bare machine has no ICU, and the compiler needs none.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        try
        {
            if (OperatingSystem.IsLinux() && !File.GetUnixFileMode(Program).HasFlag(UserExecute))
                File.SetUnixFileMode(Program, File.GetUnixFileMode(Program) | UserExecute);
            return Process.Start(start)!;
        }
        catch (Exception refused) when (refused is Win32Exception or UnauthorizedAccessException or IOException)
        {
            Assert.Skip($"The Bicep compiler cannot be started here: {refused.Message}");
            throw;
        }
    }

    private static string Metadata(string key) => typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>What the compiler said. Warnings and errors are in <see cref="Errors"/>.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Errors);
}
