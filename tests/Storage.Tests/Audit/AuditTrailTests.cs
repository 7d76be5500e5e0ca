using Xunit;

namespace NtmServerless.Storage.Tests.Audit;

/// <summary>Looks at personal data, in order of time, month by month.</summary>
public sealed class AuditTrailTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Write_InTheSameMoment_KeepsEveryEntryInItsMonth()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Office office = await Office.OpenAsync(azurite);
        AuditTrail trail = new(office.Storage, office.Time);
        Actor clerk = new("Cán bộ", "xa-hai-yen");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => trail.WriteAsync(clerk, "roster-read", "c1", i, cancellation)));
        office.Time.Now = new DateTimeOffset(2024, 4, 30, 23, 59, 59, TimeSpan.Zero);
        await trail.WriteAsync(clerk, "last", "c1", 1, cancellation);
        office.Time.Now = office.Time.Now.AddSeconds(1);
        await trail.WriteAsync(clerk, "next", "c1", 1, cancellation);

        IReadOnlyList<AuditEntry> april = await trail.OfMonthAsync(2024, 4, cancellation);
        Assert.Equal(Enumerable.Range(1, 8), april.Take(8).Select(e => e.Count).Order());
        Assert.Equal(("last", 9), (april[^1].What, april.Count));
        Assert.Equal("next", (await trail.OfMonthAsync(2024, 5, cancellation)).Single().What);
        Assert.Equal([clerk], april[0].By);
    }
}
