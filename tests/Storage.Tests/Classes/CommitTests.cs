using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>One command on one class: everything together, or nothing.</summary>
public sealed class CommitTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_WhenCommitted_LeavesHeadRowsAuditAndOutboxTogether()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));

        Registration r = await office.Beside().Ledger.WriteAsync(new("c1"), Sample.Submission("k"), null, (work, _) =>
        {
            (Domain.Classes.TrainingClass c, Registration made) = RegistrationDecisions.Register(
                work.Class, Sample.Person(1), "0123456A", RegistrationSource.PublicForm, null, false, FixedTime.Start);
            work.Set(c);
            work.Add(made);
            return Task.FromResult(made);
        });

        Assert.Equal(RegistrationStatus.Confirmed, r.Status);
        string[] rows = [.. (await office.RowsAsync(new("c1"))).Select(row => row.RowKey.Split('-')[0]).Order()];
        Assert.Equal(["audit", "audit", "class", "key", "out", "person", "reg"], rows);
        Assert.Equal(1, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
        Assert.Equal(2, (await office.RowsAsync(new("c1"), "class")).Single().GetInt64("Version"));
        Assert.Equal([FixedTime.Start, FixedTime.Start], (await office.Records.AuditAsync(new("c1"), Cancellation)).Select(a => a.At));
    }

    [Fact]
    public async Task Register_WhenRefused_ChangesNothing()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));
        string before = await TextAsync(office);
        office.Time.Now = FixedTime.Start.AddDays(11);

        RuleBrokenException refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), Sample.Person(1)));

        Assert.Equal(Rule.RegistrationClosed, refusal.Rule);
        Assert.Equal(before, await TextAsync(office));
    }

    [Fact]
    public async Task Register_SameKeySameContent_GivesTheFirstAnswerAgain()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));

        Registration first = await office.RegisterAsync(new("c1"), Sample.Person(1), "key");
        Registration again = await office.RegisterAsync(new("c1"), Sample.Person(1), "key");
        Registration elsewhere = await office.Beside().RegisterAsync(new("c1"), Sample.Person(1), "key");

        Assert.Equal([first.Code, first.Code], [again.Code, elsewhere.Code]);
        Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation));
    }

    [Fact]
    public async Task Register_SameKeyAtTheSameMoment_IsOneRegistration()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));

        Registration[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => office.RegisterAsync(new("c1"), Sample.Person(1), "key")));

        Assert.Single(answers.Select(a => a.Code).Distinct());
        Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation));
    }

    [Fact]
    public async Task Register_SameKeyOtherContent_IsRefused()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));
        await office.RegisterAsync(new("c1"), Sample.Person(1), "key", "one");
        string before = await TextAsync(office);

        await Assert.ThrowsAsync<SubmissionReusedException>(() => office.RegisterAsync(new("c1"), Sample.Person(2), "key", "two"));

        Assert.Equal(before, await TextAsync(office));
    }

    [Theory]
    [InlineData("c-unknown")]
    [InlineData("../c1")]
    [InlineData("")]
    public async Task Register_ClassThatIsNotThere_IsMissing(string id)
    {
        ClassId classId = new(id);
        Office office = await Office.OpenAsync(azurite);
        await Assert.ThrowsAsync<RecordMissingException>(() => office.RegisterAsync(classId, Sample.Person(1)));
        await Assert.ThrowsAsync<RecordMissingException>(() => office.Records.GetAsync(classId, Cancellation));
    }

    [Fact]
    public async Task Answer_AfterCommit_SummaryIsThereAndOutboxIsEmpty()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));

        await office.RegisterAsync(new("c1"), Sample.Person(1));

        Assert.Equal(1, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats.Confirmed);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
        IReadOnlyList<AuditEntry> audit = await office.Records.AuditAsync(new("c1"), Cancellation);
        Assert.Equal("public", audit[^1].By.Single().Name);
    }

    private static async Task<string> TextAsync(Office office) =>
        string.Join('\n', (await office.RowsAsync(new("c1"))).Select(r => $"{r.RowKey} {r.ETag}"));
}
