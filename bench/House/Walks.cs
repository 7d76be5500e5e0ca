using NtmServerless.Testing;

namespace NtmServerless.Bench.House;

/// <summary>
/// Through how many files of the app a registration, a mark, an upload and the reports pass, by a copy of a built tree that marks
/// what is entered: <c>bench -- walks [ROOT [files]]</c>. Each walk is gone several times, and counts what every time was entered.
/// </summary>
internal static class Walks
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string? root, bool withFiles)
    {
        BuiltTree tree = BuiltTree.At(root);
        string folder = Directory.CreateTempSubdirectory("ntm-bench-").FullName;
        AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        try
        {
            using Footpath path = new(tree, folder);
            await using AppProcess app = await AppProcess.StartAsync(new AppOptions
            {
                Program = tree.AssemblyOf("LocalHost"),
                App = path.App,
                Data = Path.Combine(folder, "data"),
                Plan = Path.Combine(tree.Root, "plans", "caoloc-2024.json"),
                VirtualClock = "2024-03-01T07:00:00+07:00",
                Storage = azurite.ConnectionString,
                Settings = new Dictionary<string, string> { ["PublicRequestsPerMinute"] = "1000000", [Footprints.Setting] = path.MarksFile },
            });
            using Errands errands = new(app, path);
            foreach (Walk[] rounds in await errands.GoAsync(Rounds)) Walk.Common(rounds).Print(path.SourceOf, withFiles);
        }
        finally
        {
            await azurite.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }
}
