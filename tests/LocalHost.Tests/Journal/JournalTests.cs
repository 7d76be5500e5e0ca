using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.Testing;
using NtmServerless.Testing.Journal;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Journal;

/// <summary>What Azurite acknowledged survives its being killed. The long form is <c>bench -- journal-crash</c>.</summary>
public sealed class JournalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_UnderParallelWrites_KeepsWhatWasAcknowledgedAndNothingElse()
    {
        await using JournalCrash crash = new(seed: Random.Shared.Next());
        await crash.BeginAsync();

        foreach (JournalDamage damage in JournalDamages.Possible)
            await crash.RoundAsync(damage);

        Assert.Empty(crash.Violations);
        Assert.True(crash.Acknowledged > 20, $"{crash.Acknowledged} writes were acknowledged");
        Assert.True(crash.Damages.Refusals + crash.Damages.CutTails > 0, "journals were damaged");
    }

    [Fact]
    public async Task Journal_UnderSteadyWrites_IsTruncatedBehindTheSaves()
    {
        await using JournaledAzurite azurite = new();
        await azurite.StartWellAsync();
        TableClient table = await TableAsync(azurite);

        string first = azurite.Segments[0].Name;
        long written = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                await table.UpsertEntityAsync(Row("same", new string('x', 10_000)), TableUpdateMode.Replace, Cancelled);
                written += 10_000;
                return azurite.Segments[0].Name != first;
            },
            TimeSpan.FromSeconds(30),
            "the oldest segment is gone");
        await Eventually.TrueAsync(
            () => Task.FromResult(azurite.Segments.Sum(s => s.Length) == 0), TimeSpan.FromSeconds(30), "without writes the journal is empty");

        Assert.True(written > 50_000, $"{written} bytes were written");
        azurite.Kill();
        await azurite.StartWellAsync();
        Assert.Equal(10_000, (await table.GetEntityAsync<TableEntity>("p", "same", cancellationToken: Cancelled)).Value.GetString("Text").Length);
    }

    [Fact]
    public async Task Replay_BrokenOffBehindItsSaves_HappensAgainAndChangesNothing()
    {
        await using JournaledAzurite azurite = new();
        await azurite.StartWellAsync();
        TableClient table = await TableAsync(azurite);
        await table.AddEntityAsync(Row("deleted", "1"), Cancelled);
        await table.AddEntityAsync(Row("kept", "1"), Cancelled);
        await table.UpsertEntityAsync(Row("kept", "2"), TableUpdateMode.Replace, Cancelled);
        await table.DeleteEntityAsync("p", "deleted", cancellationToken: Cancelled);
        azurite.Kill();
        Dictionary<string, byte[]> segments = azurite.Segments.ToDictionary(s => s.FullName, s => File.ReadAllBytes(s.FullName));
        await azurite.StartWellAsync();
        List<TableEntity> once = await RowsAsync(table);
        azurite.Kill();

        // As if it had been killed after it saved what it replayed and before it removed the segments.
        foreach ((string path, byte[] content) in segments)
            await File.WriteAllBytesAsync(path, content, Cancelled);
        await azurite.StartWellAsync();

        Assert.Equal(["kept=2"], once.Select(r => $"{r.RowKey}={r.GetString("Text")}"));
        Assert.Equal(once.Select(r => (r.RowKey, r.ETag, r.Timestamp)), (await RowsAsync(table)).Select(r => (r.RowKey, r.ETag, r.Timestamp)));
    }

    [Fact]
    public async Task Change_MadeWhileASaveBegins_IsInALaterRecordThanTheSaveHolds()
    {
        using TemporaryFolder folder = new();
        string script =
            $$"""
            const tools = {{JsonSerializer.Serialize(Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite"))}};
            const { Journal } = require(tools + "/journal.js");
            const { readJournal } = require(tools + "/recovery.js");
            const folder = {{JsonSerializer.Serialize(folder.Path)}};
            const journal = new Journal(folder, readJournal(folder), console.error);
            journal.append("a", '"put","c",{"$loki":1}');
            const saved = journal.position();
            journal.split();
            journal.append("a", '"put","c",{"$loki":2}');
            journal.durable().then(() => {
              for (const r of readJournal(folder).records) console.log(r.number - saved, r.before.a, JSON.stringify(r.changes));
            });
            """;
        using Process node = Process.Start(new ProcessStartInfo("node", ["-e", script]) { RedirectStandardOutput = true })!;

        Assert.Equal(
            """
            0 0 [["a","put","c",{"$loki":1}]]
            1 1 [["a","put","c",{"$loki":2}]]

            """,
            (await node.StandardOutput.ReadToEndAsync(Cancelled)).ReplaceLineEndings());
        await node.WaitForExitAsync(Cancelled);
    }

    [Fact]
    public async Task Tables_DeletedAndMadeAgain_AreReplayedInOrder()
    {
        await using JournaledAzurite azurite = new();
        await azurite.StartWellAsync();
        TableClient table = await TableAsync(azurite);
        await table.AddEntityAsync(Row("before", "1"), Cancelled);
        await table.DeleteAsync(Cancelled);
        await table.CreateAsync(Cancelled);
        await table.AddEntityAsync(Row("after", "1"), Cancelled);
        azurite.Kill();

        await azurite.StartWellAsync();

        Assert.Equal(["after"], (await RowsAsync(table)).Select(r => r.RowKey));
        Assert.Equal("after", (await table.GetEntityAsync<TableEntity>("p", "after", cancellationToken: Cancelled)).Value.RowKey);
    }

    [Fact]
    public async Task Journal_ShortOrBroken_IsRefused_AndMendedKeepsWhatIsBefore()
    {
        await using JournaledAzurite azurite = new();
        await azurite.StartWellAsync();
        TableClient table = await TableAsync(azurite);
        await table.AddEntityAsync(Row("before", "1"), Cancelled);
        int middle = (int)azurite.Segments.Sum(s => s.Length) + 30;
        await table.AddEntityAsync(Row("broken", "1"), Cancelled);
        await table.AddEntityAsync(Row("behind", "1"), Cancelled);
        azurite.Kill();
        string segment = Assert.Single(azurite.Segments, s => s.Length > 0).FullName;
        byte[] content = await File.ReadAllBytesAsync(segment, Cancelled);
        await File.WriteAllBytesAsync(segment, content[..^1], Cancelled);
        Assert.Contains("\"journal-short\"", await azurite.StartAsync(), StringComparison.Ordinal);

        content[middle] ^= 1;
        await File.WriteAllBytesAsync(segment, content, Cancelled);
        Assert.Contains("\"journal-broken\"", await azurite.StartAsync(), StringComparison.Ordinal);
        string mend = Path.Combine(AzuriteServer.RepositoryRoot(), "tools", "azurite", "mend.js");
        using Process mending = Process.Start("node", [mend, azurite.Folder]);
        await mending.WaitForExitAsync(Cancelled);

        Assert.Equal(0, mending.ExitCode);
        await azurite.StartWellAsync();
        Assert.Equal(["before"], (await RowsAsync(table)).Select(r => r.RowKey));
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(Directory.GetDirectories(azurite.Folder, "journal.damaged-*")[0], Path.GetFileName(segment)), Cancelled));
    }

    private static TableEntity Row(string key, string text) => new("p", key) { ["Text"] = text };

    private static async Task<TableClient> TableAsync(JournaledAzurite azurite)
    {
        TableClient table = new(azurite.ConnectionString, "Kept");
        await table.CreateAsync(Cancelled);
        return table;
    }

    private static async Task<List<TableEntity>> RowsAsync(TableClient table)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancelled))
            rows.Add(row);
        return rows;
    }
}
