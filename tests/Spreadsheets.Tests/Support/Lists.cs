namespace NtmServerless.Spreadsheets.Tests.Support;

/// <summary>The odd lists beside the tests (Lists/README.md).</summary>
internal static class Lists
{
    private static readonly string Folder = Path.Combine(AzuriteServer.RepositoryRoot(), "tests", "Spreadsheets.Tests", "Lists");

    public static MemoryStream Open(string number) => new(File.ReadAllBytes(Directory.GetFiles(Folder, number + "-*.xlsx").Single()));

    public static RosterFile Read(string number)
    {
        using MemoryStream file = Open(number);
        return RosterFile.Read(file, Sample.Plan, cancellation: Sample.Cancellation);
    }
}
