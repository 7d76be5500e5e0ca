using System.Globalization;
using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Functions.Tests.Workflows;

/// <summary>What ended is purged, so that the engine's tables are as large after ten years as after one. The long form: NTM_YEARS=10; else years are short.</summary>
public sealed class TenYearsTests(ITestOutputHelper output)
{
    private const int ClassesAYear = 8;

    [Fact]
    public async Task History_YearAfterYear_DoesNotGrow()
    {
        (int years, TimeSpan year) = Environment.GetEnvironmentVariable("NTM_YEARS") is { } set
            ? (int.Parse(set, CultureInfo.InvariantCulture), TimeSpan.FromDays(365)) : (2, TimeSpan.FromDays(50));
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset now = new(2024, 4, 1, 7, 0, 0, TimeSpan.FromHours(7));
        List<int> rows = [];
        for (int i = 0; i < years; i++)
        {
            for (int c = 0; c < ClassesAYear; c++)
            {
                string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(), now.AddDays(10), now.AddDays(12));
                (await app.Administrator.PostAsync($"/api/classes/{id}/cancel", new { reason = "Ghép lớp." })).Must(System.Net.HttpStatusCode.OK);
            }

            now += year;
            await app.AdvanceAsync(now);
            rows.Add(await RowsAsync(app));
        }

        output.WriteLine($"rows of instances and their history at the end of each year: {string.Join(", ", rows)}");
        Assert.All(rows, count => Assert.InRange(count, 0, rows[0] + 20));
    }

    private static async Task<int> RowsAsync(OwnApp app)
    {
        TableClient instances = new(app.StorageConnection, "DurableInstances");
        int count = 0;
        await foreach (TableEntity _ in instances.QueryAsync<TableEntity>(select: ["PartitionKey"])) count++;
        return count;
    }
}
