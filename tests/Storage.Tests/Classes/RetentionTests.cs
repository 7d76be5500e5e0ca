using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Removing personal data from the records of a class.</summary>
public sealed class RetentionTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Anonymise_LeavesNoNameInAnyRowOfTheClass()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        await office.RegisterAsync(new("c1"), Sample.Person(1));
        await office.RegisterAsync(new("c1"), Sample.Person(2));

        await office.Ledger.WriteAsync(new("c1"), new Submission("retention", "retention", Actor.Lifecycle), new Awake<TrainingClass>(new Waker()),
            async (work, cancellation) =>
            {
                foreach (Registration r in await work.RegistrationsAsync(cancellation))
                    work.Anonymise(Retention.Anonymise(r, office.Time.GetUtcNow()), r);
                return true;
            });

        List<TableEntity> rows = await office.RowsAsync(new("c1"));
        Assert.DoesNotContain(rows, row => row.RowKey.StartsWith(ClassKeys.Persons, StringComparison.Ordinal));
        // The submissions' rows hold what this test answers, which is a whole registration; the app answers a receipt.
        Assert.DoesNotContain(rows.Where(row => !row.RowKey.StartsWith("key-", StringComparison.Ordinal)), row => row.Any(p => p.Value is string text && text.Contains(Sample.Person(1).FullName, StringComparison.Ordinal)));
        Assert.Equal(2, (await office.Records.RegistrationsAsync(new("c1"), TestContext.Current.CancellationToken)).Count(r => r.AnonymisedAt is not null));
    }
}
