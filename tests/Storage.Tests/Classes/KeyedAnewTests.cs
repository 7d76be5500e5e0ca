using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Rows that hold persons, of a folder in which an earlier rule made their keys.</summary>
public sealed class KeyedAnewTests(AzuriteServer azurite)
{
    private const int People = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyAnew_OfAnOlderFolder_HoldsEachPersonByTodaysRule_AndMarksWhoStandsTwice()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(100));
        Registration[] all = await Task.WhenAll(Enumerable.Range(1, People).Select(n => office.RegisterAsync(new("c1"), Sample.Person(n))));
        // By the rule of before the second was another person: "Lỏng" was not "Bản Lỏng".
        Registration twice = await office.RegisterAsync(new("c1"), Sample.Person(People + 1));
        await KeyedByAnEarlierRuleAsync(office, [.. all, twice], twice with { Applicant = Sample.Person(1, p => p with { Village = "Lỏng" }) });

        while (!await KeyAnewAsync(office))
        {
        }

        IReadOnlyList<Registration> kept = await office.Records.RegistrationsAsync(new("c1"), Cancellation);
        Assert.Equal([twice.Code], kept.Where(r => r.Namesake).Select(r => r.Code));
        Assert.Equal(
            kept.Select(r => $"person-{r.Applicant.PersonKey}{(r.Namesake ? "-" + r.Code : "")}").Order(StringComparer.Ordinal),
            (await PersonRowsAsync(office)).Order(StringComparer.Ordinal));
        Assert.Equal(PersonKey.Rule, (await office.Records.GetAsync(new("c1"), Cancellation)).PersonKeys);
        await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), Sample.Person(1, p => p with { Village = "B. Lỏng" })));
        await office.CancelAsync(new("c1"), all[0].Code);
        await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), Sample.Person(1)));
    }

    private static Task<bool> KeyAnewAsync(Office office) => office.Ledger.WriteAsync(
        new("c1"), Sample.Submission(Guid.NewGuid().ToString("N")), new Waker(), (work, cancellation) => work.KeyAnewAsync(cancellation));

    private static async Task KeyedByAnEarlierRuleAsync(Office office, IReadOnlyList<Registration> all, Registration rewritten)
    {
        foreach (string row in await PersonRowsAsync(office)) await office.ClassRows.DeleteEntityAsync("c1", row, cancellationToken: Cancellation);
        foreach (Registration r in all)
            await office.ClassRows.AddEntityAsync(new TableEntity("c1", $"person-old{r.Sequence:00}") { ["Json"] = $"\"{r.Code}\"" }, Cancellation);
        TableEntity row2 = await office.ClassRows.GetEntityAsync<TableEntity>("c1", $"reg-{rewritten.Code}", cancellationToken: Cancellation);
        row2["Json"] = row2.GetString("Json").Replace($"Hoàng Văn {People + 1}", "Hoàng Văn 1", StringComparison.Ordinal)
            .Replace("Bản Lỏng", "Lỏng", StringComparison.Ordinal);
        await office.ClassRows.UpdateEntityAsync(row2, row2.ETag, TableUpdateMode.Replace, Cancellation);
    }

    private static async Task<IReadOnlyList<string>> PersonRowsAsync(Office office) =>
        await office.ClassRows.QueryAsync<TableEntity>(r => r.PartitionKey == "c1", select: ["RowKey"], cancellationToken: Cancellation)
            .Select(r => r.RowKey).Where(key => key.StartsWith("person-", StringComparison.Ordinal)).ToListAsync(Cancellation);
}
