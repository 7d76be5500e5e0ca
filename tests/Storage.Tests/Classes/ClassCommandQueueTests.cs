using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Commands that meet at one desk: what one of them does must not reach the others.</summary>
public sealed class ClassCommandQueueTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clerk_WhenNobodyWaits_GoesHome()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));
        await office.RegisterAsync(new("c1"), Sample.Person(1));
        await Eventually.TrueAsync(() => Task.FromResult(office.Ledger.IsIdle), TimeSpan.FromSeconds(5), "no clerk is at work");

        await office.RegisterAsync(new("c1"), Sample.Person(2));

        await Eventually.TrueAsync(() => Task.FromResult(office.Ledger.IsIdle), TimeSpan.FromSeconds(5), "no clerk is at work");
        Assert.Equal(2, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
    }

    [Fact]
    public async Task Burst_WhenOneIsRefused_TheOthersAreCommitted()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(20));
        Hold hold = office.HoldDesk(new("c1"));

        Task<Registration>[] good = [.. Enumerable.Range(0, 5).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i)))];
        Task<Registration> refused = office.Ledger.WriteAsync<Registration>(new("c1"), Sample.Submission("no"), new Waker(),
            (_, _) => throw new RuleBrokenException(Rule.AudienceNotInvited), groups: true);
        Task<Registration>[] late = [.. Enumerable.Range(5, 5).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i)))];
        await hold.ReleaseAsync();

        await Assert.ThrowsAsync<RuleBrokenException>(() => refused);
        Registration[] answers = await Task.WhenAll([.. good, .. late]);
        Assert.Equal(Enumerable.Range(1, 10), answers.Select(a => a.Sequence));
    }

    [Fact]
    public async Task Burst_WhenOneFailsWithAnErrorOfItsOwn_TheOthersAreCommitted()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(20));
        Hold hold = office.HoldDesk(new("c1"));

        Task<Registration> before = office.RegisterAsync(new("c1"), Sample.Person(1));
        Task<Registration> forbidden = office.Ledger.WriteAsync<Registration>(new("c1"), Sample.Submission("no"), new Waker(),
            (_, _) => throw new UnauthorizedAccessException(), groups: true);
        Task<Registration> after = office.RegisterAsync(new("c1"), Sample.Person(2));
        await hold.ReleaseAsync();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => forbidden);
        Assert.Equal([1, 2], (await Task.WhenAll(before, after)).Select(r => r.Sequence));
    }

    [Fact]
    public async Task Burst_WhenOneRecordIsTooLarge_TheOthersAreCommittedWithoutAnyOfIt()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(20));
        Hold hold = office.HoldDesk(new("c1"));

        Task<Registration> before = office.RegisterAsync(new("c1"), Sample.Person(1));
        Task<Registration> large = office.RegisterAsync(new("c1"), Sample.Person(2, p => p with { Organisation = new string('x', 600_000) }));
        Task<Registration> after = office.RegisterAsync(new("c1"), Sample.Person(3));
        await hold.ReleaseAsync();

        await Assert.ThrowsAsync<RecordTooLargeException>(() => large);
        Assert.Equal([1, 2], (await Task.WhenAll(before, after)).Select(r => r.Sequence));
        Assert.Equal(2, (await office.Records.RegistrationsAsync(new("c1"), Cancellation)).Count);
        Assert.Equal(2, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
    }

    [Fact]
    public async Task Burst_WhenOneCallerGoesAway_EverybodyIsCommitted()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(20));
        Hold hold = office.HoldDesk(new("c1"));
        using CancellationTokenSource impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        Task<Registration> left = office.RegisterAsync(new("c1"), Sample.Person(1)).WaitAsync(impatient.Token);
        Task<Registration> stayed = office.RegisterAsync(new("c1"), Sample.Person(2));
        await impatient.CancelAsync();
        await hold.ReleaseAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(2, (await stayed).Sequence);
        Assert.Equal(2, (await office.Records.RegistrationsAsync(new("c1"), Cancellation)).Count);
    }

    [Fact]
    public async Task Burst_SameKeyInOneTransaction_OtherContentIsRefused()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(20));
        Hold hold = office.HoldDesk(new("c1"));

        Task<Registration> first = office.RegisterAsync(new("c1"), Sample.Person(1), "key", "one");
        Task<Registration> repeat = office.RegisterAsync(new("c1"), Sample.Person(1), "key", "one");
        Task<Registration> mistake = office.RegisterAsync(new("c1"), Sample.Person(2), "key", "two");
        await hold.ReleaseAsync();

        Assert.Equal((await first).Code, (await repeat).Code);
        await Assert.ThrowsAsync<SubmissionReusedException>(() => mistake);
        Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation));
    }
}
